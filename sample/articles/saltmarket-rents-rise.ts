import type { SampleArticle } from '../article.ts';
import { resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'harbour-gazette',
  slug: 'saltmarket-rents-rise',
  title: 'Saltmarket rents rise 22% in a year as leases roll over',
  author: 'Tobias Wren',
  language: 'en',
  kind: 'text',
  hoursBefore: 12,
  summary:
    'Five-year leases signed in cheaper days are ending together. A survey of 318 flats by the quarter’s tenants finds that the usual rent has gone from 820 to 1,000 crowns.',
  body: `
<p>The letter came under Hanne Brisk’s door in the Saltmarket on a Saturday, which she remembers because the post does not come on Saturdays. It was one page. Her lease would end in sixty days; a new one was enclosed; the rent would be 1,010 crowns a month in place of 790.</p>
<p>“There was a smiling house at the top of the paper,” said Ms Brisk, who is 58 and alters clothes in a workroom two streets away. “I read it three times to see what the house was smiling about.”</p>
<p>Hers is one of 318 leases that the Tenants of Saltmarket have gathered over the past year, with the names struck out. The association published the result on Thursday. The median rent for a two-room flat in the quarter has risen from 820 crowns to 1,000, or by 22 per cent. One tenant in five reported a rise of more than 300 crowns.</p>
<h2>Five years, all at once</h2>
<p>The reason why it is happening now lies under the paving. When the tram line was dug up and relaid, the quarter was a building site for two years. Tenants left, and landlords offered long leases at low rents to whoever would put up with the noise. Most of those leases ran for five years. The tram has been back since, the cafés have followed it, and the five years are up.</p>
<p>“It is a cliff, and it has been on the calendar the whole time,” said Ruben Achterberg, who teaches surveying and checked the association’s figures. The sample was not drawn by lot, he said, and people with steep rises may have been readier to send in their papers. “So I would not bet my house on the 22. I would bet it on ‘a great deal’.”</p>
<p>The law in Port Ellin sets no limit on the rent in a new lease. It asks for sixty days’ notice. A tenant who thinks that a rise is out of proportion may go to the city’s mediation office, which cannot order anything, but whose opinion weighs if the case reaches a judge. The office has one mediator. On Thursday it had 44 cases waiting, and a tenant who applied that day would be seen in about fourteen weeks, more than a month after the notice had run out.</p>
<h2>From the other side of the door</h2>
<p>Corvin Lodd owns 31 flats in the quarter and was willing to talk about them. He said that his insurance had gone up by 40 per cent since the flood and that he had relaid two roofs. “I did not raise a rent for five years. Nobody wrote an article about that,” he said. “Now I catch up, and I am the villain.”</p>
<p>Asked what his costs came to for one flat, Mr Lodd worked it out on the back of an envelope. Insurance and roofs together had risen by about 65 crowns a month for each. His rents have gone up by between 140 and 230. The difference, he said, was “what the street is worth now”, and he did not see why it should belong to the tenant.</p>
<p>Not all do as he does. Agathe Moll, who lets four flats above her hardware shop, has raised them by 60 crowns. “They carried my stock up three floors when the cellar flooded,” she said. “What’s the going rate for that?”</p>
<h2>What may change</h2>
<p>Bram Osei, the councillor for the Docks ward, which includes the Saltmarket, has asked the council’s housing panel to consider a register of leases. Owners would enter each new rent, and tenants could see the usual figure for their street. The panel takes up the motion at its next sitting. A second mediator, for which the tenants have also asked, would cost 52,000 crowns a year and would have to go into the budget.</p>
<p>The property owners’ league opposes the register as “a list that begins with a figure and ends with a ceiling”. Its chairman, Leopold Hask, said that owners would do better to build, and that the council had approved only nineteen new flats in the quarter in three years. On that point the tenants agree with him.</p>
<p>Of the 318 households, 71 have said that they will leave. The association asked where they would go. Most wrote “up the valley”, or left the line empty.</p>
<p>Ms Brisk has not signed. She has asked for mediation and has been given a number, which is 39. The tenants’ association meets on the first Wednesday of the month, at seven, in the Net Loft, and she means to bring the letter. “I want somebody to look at the house with me,” she said.</p>
`,
  reading: {
    language: 'en',
    categories: ['housing'],
    claims: [
      said(
        'The notice reached Hanne Brisk under her door on a Saturday.',
        'The letter came under Hanne Brisk’s door in the Saltmarket on a Saturday',
      ),
      said(
        'The median rent for two rooms in the quarter rose from 820 to 1,000 crowns.',
        'The median rent for a two-room flat in the quarter has risen from 820 crowns to 1,000, or by 22 per cent.',
        'Tenants of Saltmarket',
      ),
      said(
        'While the tram line was relaid, landlords offered long leases at low rents on a building site.',
        'When the tram line was dug up and relaid, the quarter was a building site for two years. Tenants left, and landlords offered long leases at low rents to whoever would put up with the noise.',
      ),
      said(
        'Most of those leases ran for five years, which are now over.',
        'Most of those leases ran for five years. The tram has been back since, the cafés have followed it, and the five years are up.',
      ),
      said(
        'The law asks for sixty days’ notice and sets no limit on a new rent.',
        'The law in Port Ellin sets no limit on the rent in a new lease. It asks for sixty days’ notice.',
      ),
      said(
        'The mediation office cannot order anything, but a judge will weigh its opinion.',
        'may go to the city’s mediation office, which cannot order anything, but whose opinion weighs if the case reaches a judge',
      ),
      said(
        'With one mediator and 44 cases, a new one is heard more than a month after the notice has run out.',
        'The office has one mediator. On Thursday it had 44 cases waiting, and a tenant who applied that day would be seen in about fourteen weeks, more than a month after the notice had run out.',
      ),
      said(
        'An owner’s insurance rose by 40 per cent since the flood, and he relaid two roofs.',
        'his insurance had gone up by 40 per cent since the flood and that he had relaid two roofs',
        'Corvin Lodd',
      ),
      said(
        'His costs rose by about 65 crowns a month for a flat and his rents by 140 to 230.',
        'Insurance and roofs together had risen by about 65 crowns a month for each. His rents have gone up by between 140 and 230.',
        'Corvin Lodd',
      ),
      said(
        'Another owner raised her rents by 60 crowns.',
        'Agathe Moll, who lets four flats above her hardware shop, has raised them by 60 crowns.',
      ),
      said(
        'A register would show tenants the usual rent in their street, and the panel takes it up at its next sitting.',
        'Owners would enter each new rent, and tenants could see the usual figure for their street. The panel takes up the motion at its next sitting.',
      ),
      said(
        'A second mediator would cost 52,000 crowns a year.',
        'A second mediator, for which the tenants have also asked, would cost 52,000 crowns a year and would have to go into the budget.',
      ),
      said(
        'Only nineteen new flats were approved in the quarter in three years.',
        'the council had approved only nineteen new flats in the quarter in three years',
        'Leopold Hask',
      ),
      said(
        'Of 318 households 71 mean to leave.',
        'Of the 318 households, 71 have said that they will leave.',
      ),
      said(
        'The tenants’ association meets in the Net Loft at seven on the first Wednesday of the month.',
        'The tenants’ association meets on the first Wednesday of the month, at seven, in the Net Loft',
      ),
    ],
    quotes: [
      spoken('Hanne Brisk', 'There was a smiling house at the top of the paper'),
      spoken('Ruben Achterberg', 'It is a cliff, and it has been on the calendar the whole time'),
      spoken('Ruben Achterberg', 'So I would not bet my house on the 22.'),
      spoken('Corvin Lodd', 'I did not raise a rent for five years. Nobody wrote an article about that'),
      spoken('Corvin Lodd', 'what the street is worth now'),
      spoken('Agathe Moll', 'They carried my stock up three floors when the cellar flooded'),
      spoken('Agathe Moll', 'What’s the going rate for that?'),
      spoken('the property owners’ league', 'a list that begins with a figure and ends with a ceiling'),
      spoken('Hanne Brisk', 'I want somebody to look at the house with me'),
    ],
  },
  commentary: {
    opinion: {
      short:
        'The Saltmarket’s leases were always going to end together, and nobody prepared for it. Owners have true costs, but one of them reckons his at 65 crowns a month and has raised rents by up to 230. A tenant with sixty days should not wait fourteen weeks for a mediator. A second mediator and an open register would be a fair start.',
      paragraphs: [
        resting(
          'Nothing about this was sudden. The leases were signed while the tram line was being relaid; they ran for five years, and five years can be counted on one hand. Ruben Achterberg, who checked the tenants’ figures, says of the day on which they end: “It is a cliff, and it has been on the calendar the whole time”. A city that knew the date had time to hire, to build and to warn. It is hard to find anyone who used it, and so the notice falls to a seamstress on a Saturday.',
          'c1',
          'c3',
          'c4',
          'q2',
        ),
        resting(
          'Owners have a case and should be heard on it. Insurance has risen, roofs had to be relaid, and those who kept rents still through the noise took on a risk. Corvin Lodd was frank enough to do the sum in front of a reporter: about 65 crowns more a month for each flat. His rents have risen by between 140 and 230. What lies between is not cost. He calls it what the street is worth now, and it is fair to ask who made it so.',
          'c8',
          'c9',
          'q5',
        ),
        resting(
          'The answer is a good many people. The tram was brought back. Tenants had put up with two years of a building site, and when a cellar flooded some of them carried a shopkeeper’s stock upstairs. The cafés came because there was a quarter to come to. Agathe Moll has drawn her own conclusion and raised her rents by 60 crowns. “What’s the going rate for that?” she asks. It is the best question in the whole affair. Part of what a street is worth was made by those now being asked to leave it.',
          'c3',
          'c4',
          'c10',
          'q6',
          'q7',
        ),
        resting(
          'The law gives a tenant sixty days and an office with one mediator. That office has 44 cases waiting, and a new one takes about fourteen weeks. So the help arrives more than a month after it could have helped, which means that in practice only one side of the lease has any. Those with savings can wait, argue and perhaps go before a judge. Those without sign, or go up the valley. Of 318 households, 71 have already said that they will leave.',
          'c5',
          'c6',
          'c7',
          'c14',
        ),
        resting(
          'Two modest steps are within reach. A second mediator would cost 52,000 crowns a year; if that brought the wait below the notice, the right to be heard would become a real one. A register of leases would let both sides see the usual rent for the street, and an honest owner has nothing to fear from that. Neither builds a home, and the owners’ league is right that nineteen new flats in three years is too few. Let the council do all three, and begin with the one that can be done this season.',
          'c11',
          'c12',
          'c13',
        ),
      ],
    },
    action: {
      short:
        'If your lease is ending, do not sign alone; if it is not, help to win the second mediator and the register of leases.',
      paragraphs: [
        resting(
          'Begin with the calendar, since the law does. Notice is sixty days. If you rent in the Saltmarket, find your lease tonight, write down the day on which it ends, and count back. A date known in spring is a matter to discuss; the same date found in a letter under the door is an emergency. Do it for an older neighbour as well.',
          'c5',
        ),
        resting(
          'If the letter has come, apply for mediation at once, even with the queue as it is. The office cannot order anything, but its opinion weighs if the case reaches a judge, and the number you are given shows when you asked. Each application also makes the queue longer on paper, which is the plainest argument for a second mediator.',
          'c6',
        ),
        resting(
          'Do not go alone. The Tenants of Saltmarket meet on the first Wednesday of the month at seven in the Net Loft. They have 318 leases to compare with yours, and they have seen many letters like it. Bring the letter and the old lease. If you are content with your rent, bring those too, since a fair rent in the file helps everyone to see what is possible.',
          'c14',
          'c15',
        ),
        resting(
          'The register of leases goes to the council’s housing panel at its next sitting. A motion like this is often decided by how many people seem to have noticed it. Write to the councillor who put it forward and to the mayor, in your own words, and say what it would have changed for you to know the usual rent in your street.',
          'c11',
        ),
        resting(
          'The mediator is a matter of money, and so belongs in the budget. Ask for the 52,000 crowns by name. Set it beside what the delay costs: households that move in haste, children who change schools, cases that end before a judge because nobody could hear them in time. People who own their homes can make this request with special weight.',
          'c12',
        ),
        resting(
          'And if you let a flat, you are not a spectator. Do what Mr Lodd did and work out your costs on an envelope, and then show it to your tenant before you name a figure. Offer more notice than sixty days. A rise that has been explained, and can be paid, keeps a tenant who knows where the stopcock is.',
          'c5',
          'c9',
        ),
      ],
    },
    todo: {
      intro:
        'Some of this is for people with a letter in their hand and some for those who have none yet. The first step takes ten minutes and a drawer.',
      personal: [
        {
          kind: 'learn',
          title: 'Find out when your lease ends',
          detail:
            'Take out the paper, note the last day, and count back sixty days. Write both dates where you will see them. If you rent from a relative or without a paper, note what was agreed and when.',
          minutes: 10,
          deadline: '',
          link: '',
        },
        {
          kind: 'attend',
          title: 'Go to the Net Loft on the first Wednesday',
          detail:
            'The tenants’ association meets at seven. Take your letter or lease, and a neighbour who would not go alone. You can listen the first time. Ask who else has the same owner.',
          minutes: 90,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Ask your landlord for the envelope',
          detail:
            'If a rise has been announced, ask for the costs behind it, item by item, politely and in writing. One owner in the quarter worked his out at about 65 crowns a month. Yours may be higher or lower, and you will both know.',
          minutes: 30,
          deadline: '',
          link: '',
        },
        {
          kind: 'thank',
          title: 'Thank an owner who kept the rent fair',
          detail:
            'If yours raised it little or not at all, say that you have noticed, and ask whether they would say in public how they manage. A good example from an owner persuades other owners.',
          minutes: 5,
          deadline: '',
          link: '',
        },
      ],
      petitions: [],
      officials: {
        ids: ['official:councillor-bram-osei', 'official:mayor-ida-quill'],
        subject: 'A second mediator and a register of leases for the Saltmarket',
        body: [
          'To the office that receives this letter,',
          'The leases signed in the Saltmarket while the tram line was relaid are ending together. A survey of 318 of them finds that the usual rent for two rooms has risen from 820 to 1,000 crowns, and 71 of those households expect to leave.',
          'A tenant has sixty days’ notice. The mediation office has one mediator and 44 cases, so that an application made now is heard in about fourteen weeks. Help that comes after the notice has run out is not help.',
          'I ask you for three things: to support the register of leases when the housing panel takes it up; to put the 52,000 crowns for a second mediator into the coming budget; and to say publicly how many new homes the council means to approve in the quarter in the next three years.',
          'Please let me know how you intend to vote on the first two.',
          'Yours faithfully,',
          '[your name]\n[your street]\n[how long you have lived there]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Hold a letter evening in your stairwell',
          detail:
            'One table, one lamp, two hours. Neighbours bring leases and letters; someone who reads forms easily fills in the applications for mediation with them. Strike out the names and offer copies to the association’s survey.',
          minutes: 120,
          deadline: '',
          link: '',
        },
        {
          kind: 'teach',
          title: 'Explain the sixty days in another language',
          detail:
            'Many leases are signed by people who read them with difficulty. If you speak a language that is spoken in your street, put the notice period and the way to mediation on half a page and leave copies in the laundry.',
          minutes: 45,
          deadline: '',
          link: '',
        },
        {
          kind: 'share',
          title: 'Walk the street with the figures',
          detail:
            'Two neighbours and a sheet with the survey’s main numbers can do a whole street in an evening. Ask each household one thing only: do you know when your lease ends?',
          minutes: 90,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'Hanne Brisk has number 39 and a letter with a smiling house on it. She has not signed, and she does not mean to read it by herself any longer. A quarter in which people look at such letters together is already harder to empty.',
      short: [
        { text: 'Find your lease tonight and count back sixty days.', link: '' },
        { text: 'Bring it to the Net Loft on the first Wednesday at seven.', link: '' },
        {
          text: 'Ask the council for a second mediator and a register of leases.',
          link: 'official:councillor-bram-osei',
        },
      ],
    },
  },
};
