import type { SampleArticle } from '../article.ts';

export const ropeStreet: SampleArticle = {
  outlet: 'brackwater-tide',
  slug: 'rope-street-tenants-open-their-letters-together',
  title:
    'Rope Street’s tenants opened their letters together: rents up by 38 per cent, & nine weeks to decide',
  author: 'Nell Carrow',
  hoursBefore: 5,
  summary:
    'Forty-four households on Rope Street had the same letter on the same morning. They read it aloud in the wash house.',
  body: `<p>The envelopes were all the same: cream, with a small embossed anchor. Forty-four households on Rope Street found them on the mat on Thursday morning, and by the evening forty-four households were standing in the old wash house at the end of the terrace, because Dolores Finch at number nine had gone from door to door and asked people not to open theirs until there was somebody to open it with.</p>
<p>The new landlord, Anchorage Homes, bought the terrace in the summer from the heirs of the ropeworks. Rents are to rise by 38 per cent on average. Who agrees gets a new lease of one year. Who does not is asked to leave within nine weeks.</p>
<p>“I have lived here for fifty-one years and I have never seen the inside of half these kitchens,” said Mrs Finch, who is seventy-eight. “Now I know what everybody pays. We should have done that long ago.”</p>
<h2>The same house, four rents</h2>
<p>What they found, when they wrote the sums on the wash-house wall, was that four identical houses paid four different rents, and that the highest was paid by the family that had come last and spoke the least English. For a two-bedroom house the letters asked between 810 and 1,190 crowns a month.</p>
<p>They also found the damp. Thirty-one of the forty-four have mould in at least one room. Nineteen had reported it in writing, some more than once. The letter speaks of “improvements”. A spokesman for Anchorage Homes, Cyril Vane, said that these would begin “once the income position has been regularised”.</p>
<p>Mr Vane said that the rents on Rope Street had not been raised for seven years and were well below what similar houses fetched in the harbour quarter. The company had paid a fair price and needed a fair return. “Nobody will be put out who talks to us,” he said. “Every case will be looked at individually.”</p>
<h2>All together or one by one</h2>
<p>Individually is just what the tenants do not want. By eleven at night they had founded an association, with a chair, a treasurer and a biscuit tin. Forty-one of the forty-four households have joined, and have written to ask for one meeting with all of them and one offer for all of them. Until then, nobody signs.</p>
<p>Brackwater has a rule for this, though it has slept for years. Under the town’s rent by-law, a rise of more than a quarter in one step can be put before a rent panel if a third of the tenants of a row ask for it. The panel has three members, who are named by the councillor for housing. It has not met since two of them retired. Beatriz Amaro, who holds that office, said on Friday that she would fill the seats “as soon as I have a request on my desk”.</p>
<p>The request, with forty-one signatures, was put through the letter box of the Town Hall on Friday at six. Mrs Finch took a photograph of it going in.</p>`,
  commentary: {
    categories: ['housing'],
    opinion: {
      short:
        'Forty-one of forty-four households on Rope Street have done the sensible thing and refused to be dealt with one at a time. The town has a rent panel for exactly this; it only has to be woken up, and the repairs have to come before the rises.',
      paragraphs: [
        'The most important thing that happened on Rope Street was that people waited. Forty-four envelopes lay on forty-four tables for a day, and were opened in one room. What each would have read as a private misfortune turned out to be a policy, and it looked different on a wall. Four identical houses pay four different rents. The family that pays most came last and speaks the least English. Such things can go on for years among decent neighbours, simply because nobody asks what the others pay.',
        'The landlord has a case, and it should be put fairly. Rents that have not moved for seven years will have fallen behind, and a company that bought a terrace expects to earn something from it. If the letter had proposed steps over several years, with repairs first, there might have been an argument but hardly a revolt. A rise of 38 per cent with nine weeks to decide is something else. It is a sum that many cannot find and a date by which they cannot move, and whoever wrote it must have known both.',
        'Nineteen households reported mould in writing. Thirty-one have it. The improvements are to begin “once the income position has been regularised”, which means, in plainer words, that the tenants are to pay for dry walls in advance and trust that the walls will follow. We would turn the order round. A house that makes children cough is not yet worth its old rent, and a landlord who mends it first will find people much readier to talk about a new one.',
        'There is a good deal of comfort in the phrase that every case will be looked at individually, and a good deal of loss. Individually, the old are patient, the newcomers are frightened, and the ones with a cousin in the next town give up and go. Individually, a hardship is a favour to be granted. The association asks for one meeting and one offer for all. That is not hostility. It is the only form in which the weakest household on the row has the same chance as the strongest.',
        'The town made a promise, too, when it wrote its by-law. A rise of more than a quarter may go before a rent panel. The panel has not met since two of its three members retired, and nobody filled the seats, because nobody asked. Rights that sleep until they are needed are often found to have died in the meantime. The request is in the letter box. What would be just is a panel appointed this month, a stay on every notice until it has spoken, and an inspector for the damp.',
      ],
    },
    action: {
      short:
        'Ask the town to fill the rent panel now, and compare your own rent with your neighbours’ before anybody has to.',
      paragraphs: [
        'If you rent, this could be your mat and your envelope. If you own, these are the people who run the bakery, crew the boats and teach your children, and they can only do so if they can live within reach of the work. A town where one row can be emptied in nine weeks will not be a town for long. What happens on Rope Street will tell every other landlord how closely Brackwater is watching.',
        'The first thing is the panel. It has three members, and the seats are filled by the town. The tenants’ request is in, with forty-one signatures. Letters from people who do not live on Rope Street will show that it is not a quarrel between one company and one row. They need not be long. Ask when the seats will be filled, who may be proposed, and whether the notices will rest until the panel has met.',
        'The second is to do at home what they did in the wash house. Invite the neighbours of your landing, stair or row, put a kettle on and write down three things for each home: the rent, the last rise, and what needs mending. Agree first that nothing leaves the room without everybody’s leave. You may find that all is well. You will at least know each other when it is not.',
        'Speaking about rent is awkward, and money shames people who have nothing to be ashamed of. Begin with your own figure. Offer to read a letter aloud for somebody who finds the language hard, and do not explain more than they ask. If you know a landlord who behaves decently, say so in public: it is useful to be able to point out that it can be done.',
        'To learn more, ask at the Town Hall for the rent by-law and read the part on rises in one step. It was written for a row like this one. Note what counts as a row, who may ask and how long the panel has. If you have a trade, such as plastering, surveying or bookkeeping, the association could use an hour of it; they have a wall full of figures and a biscuit tin.',
        'There are nine weeks, and they have begun. Do not spend them on indignation, which is cheap and warms nobody. Write one letter, knock on one door and look at one damp wall. Dolores Finch is seventy-eight and did forty-four doors in a day. The rest of us can manage our own stair.',
      ],
    },
    todo: {
      intro:
        'Most of this can be done from a kitchen table. The letter should go first, while the request is fresh.',
      personal: [
        {
          kind: 'learn',
          title: 'Read the rent by-law',
          detail:
            'Ask for it at the Town Hall. Note what counts as a row, who may ask for the panel and how long it has to answer.',
          minutes: 40,
          deadline: null,
        },
        {
          kind: 'talk',
          title: 'Write down the rents of your stair',
          detail:
            'With your neighbours, note the rent, the last rise and the repairs that are due in each home. Agree that the list stays among you.',
          minutes: 60,
          deadline: null,
        },
      ],
      petitions: [],
      officials: {
        slugs: ['beatriz-amaro'],
        letter: {
          subject: 'Please fill the seats of the rent panel',
          body: `To the office of the recipient,

The tenants of Rope Street have asked for the rent panel, as the town’s by-law allows when rents rise by more than a quarter in one step. Forty-one of forty-four households have signed.

I ask you to fill the panel’s seats without delay and to tell the town by when it will meet. I ask that the landlord be requested to let all notices rest until it has spoken, and that the damp, which thirty-one households have found, be inspected now and not after the rise.

I do not write as an opponent of anybody. A fair rent can be found, but not in forty-four separate conversations and nine weeks.

Yours faithfully,
[your name]
[your street]`,
        },
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Lend the association a trade',
          detail:
            'A surveyor for the damp, a bookkeeper for the figures, somebody who can interpret. Ask for the chair at the wash house.',
          minutes: 120,
          deadline: null,
        },
        {
          kind: 'attend',
          title: 'Be there when the panel meets',
          detail:
            'Its sessions are useful to every tenant in the town. Take notes and read them to somebody who had to work.',
          minutes: 120,
          deadline: null,
        },
      ],
      conclusion:
        'A terrace is a row of doors, and it can be emptied one door at a time. Rope Street has decided to be a row. The by-law was written for that, the seats can be filled in a week, and a few dozen letters from elsewhere will make it harder to leave them empty.',
      short: [
        'Write to have the rent panel’s seats filled.',
        'Compare rents and repairs with your neighbours.',
        'Lend the tenants’ association an hour of your trade.',
      ],
    },
  },
};
