import type { SampleArticle } from '../article.ts';

export const nightClinic: SampleArticle = {
  outlet: 'river-post',
  slug: 'brackwater-night-clinic-to-close',
  title: 'Brackwater’s night clinic is to close; the nearest open door will be forty-one kilometres away',
  author: 'Samir Dunholt',
  hoursBefore: 4,
  summary:
    'The Health Council wants to save 380,000 crowns a year. Last year 9,140 patients came to the clinic between eight in the evening and six in the morning.',
  body: `<p>The night clinic on Tar Street in Brackwater is to close at the end of the winter. The Andervale Health Council decided it on Wednesday in a session without the public, and told the clinic’s eleven nurses and two doctors by letter on Friday.</p>
<p>From eight in the evening until six in the morning the clinic is the only lit window of its kind on the lower river. Last year 9,140 patients came to it, about twenty-five a night. After it closes, the nearest open door will be the hospital in Tolm, forty-one kilometres away. The last bus to Tolm leaves at twenty to nine.</p>
<h2>What the council says</h2>
<p>The council expects to save 380,000 crowns a year. A paper that was handed to staff with the letter says that four in five of those who come “could wait until morning without harm”, and that they will be served by a telephone advice line. Serious cases will go to Tolm by ambulance, as they do now.</p>
<p>Henrik Osk, who directs the council, said that he had to choose. “I have money for a night clinic in Brackwater or for three district nurses in the uplands, where there is nobody at all by day,” he said. “I would like both. I was given one.” He said that the figures would be published “in due course”.</p>
<h2>What the night looks like</h2>
<p>The River Post sat in the waiting room from Thursday evening to Friday morning, before the letter came. There were twenty-two patients: a deckhand with a hook through his thumb; a cannery worker whose hands had swollen in the wet; three children with fever; two old sisters, of whom one had fallen and the other had carried her; and a baker who comes every Thursday to have a dressing changed because it is the only hour at which he is not baking.</p>
<p>There was also Pia Renn, aged four, whose asthma woke her at half past one. Her mother Lotte, a carer on nights at the Alder House, carried her there in eleven minutes. By two the child was breathing easily and explaining the fish on the wall to everyone. “I can do eleven minutes,” Lotte Renn said. “I cannot do forty-one kilometres. I do not have a car, and I do not have that kind of calm.”</p>
<p>The senior nurse, Ama Dorsett, has worked nights in Brackwater for nineteen years. She agrees that many of her patients could wait until morning. “Some of them could,” she said. “They do not know which of them it is, and neither does a telephone. Finding out is what we are for.”</p>
<h2>A sum that is missing</h2>
<p>The paper does not say what more journeys by ambulance would cost. There are two ambulances on the lower river. A run to Tolm and back takes one of them away for about two hours and a half. The ambulance crews’ own association reckons that the closure would mean six more runs a night and that the saving would be “gone by August”.</p>
<p>Nor were people in Brackwater asked. The Health Council’s rules require a hearing when a “principal service” is withdrawn. The council holds that a night clinic is not one. A hearing can also be called if five hundred residents ask for it in writing; by Sunday noon a list on the counter of the bakery had 212 names.</p>
<p>Until the end of the winter the clinic will go on as before. There is a bell beside the door, and it works.</p>`,
  commentary: {
    categories: ['health', 'work-and-wages'],
    opinion: {
      short:
        'A town that works at night needs a door that opens at night. The Health Council may have a hard choice to make, but it made it without a hearing, without the ambulance sum and without the people who come at half past one.',
      paragraphs: [
        'About twenty-five people a night ring the bell on Tar Street. They are not, for the most part, dramatic. They have swollen hands, feverish children, a thumb with a hook in it. The Health Council’s paper says that four in five “could wait until morning without harm”, and this may even be so. But the sentence is written from the morning, by people who already know how it ended. At half past one nobody knows, and a service for the night exists because of that hour of not knowing.',
        'We do not think that the council is being careless with the truth about its money. Its director says that he has to choose between this clinic and three nurses for the uplands, “where there is nobody at all by day”. That is a real need, and the villages that have it should not be made the opponents of a fishing town. When two poor places are set to bid against each other for one small sum, the first question must be about the sum. Who set it, and when was it last compared with what nights and distances cost?',
        'Then the account has to be complete. The council counts 380,000 crowns saved. It does not count the ambulances, of which there are two on the lower river, each away for about two hours and a half on every run to Tolm. Their crews expect six more runs a night and say that the saving would be “gone by August”. They may be wrong. It ought to be possible to show that they are wrong, with figures, before the decision and not “in due course”. A decision that is right does not suffer from being checked.',
        'Who is left out? Those who work when others sleep: deckhands, bakers, the cannery’s late line, the carers at the Alder House. They have paid for the health service like everybody else and they use it at the hours that their work leaves them. A telephone line will suit a person with a quiet room and a car outside. It will not carry a child with asthma over forty-one kilometres, after the last bus has gone. “I can do eleven minutes,” said one mother, and a fair system would be built around her eleven minutes.',
        'Justice here would begin with a hearing in Brackwater, at an hour when the night workers can come. The rules provide for one when a principal service is withdrawn, and the council says that this is not a principal service. Let it say so to 9,140 patients. If, after the sums are published and the town has been heard, something better can be put in the clinic’s place, with a door, a nurse and a bell, then we will gladly write in its favour. Until there is such a thing the window should stay lit.',
      ],
    },
    action: {
      short:
        'Sign for the clinic, and put your name on the list at the bakery: five hundred residents can compel a hearing.',
      paragraphs: [
        'You need not be ill for this to concern you. Somebody who serves you was up in the night: the baker, the carer who washes your father, the crew that landed the fish. If they have nowhere to go when something goes wrong, they will either go to work unwell or stop doing that work. And if your own child wakes up wheezing, the question of what is a principal service will answer itself in about a minute.',
        'There is a lever, and it is close at hand. If five hundred residents ask for a hearing in writing, the Health Council has to hold one. By Sunday noon the list on the counter of the bakery had 212 names. It is an ordinary sheet of paper and it works because people who live in Brackwater sign it themselves. If you do, go and sign. If you do not, send the petition to somebody who does and sign that.',
        'Do it together, and where the people are. The bakery is open at hours when the night shift is not. A few neighbours could carry copies of the list to the cannery gate, to the boats, to the Alder House at change of shift and to the bus shelter for the last bus. Ask first, explain in one sentence, and bring the sheets back to the bakery the same day. Nobody should be pressed, least of all a patient.',
        'When you talk about it, leave room for the uplands. Somebody from Lissom will point out, rightly, that they have had no nurse by day for years. Say that both are needed and ask them to say it too: a letter that is signed from both ends of the river will be harder to put aside than two that quarrel. It also happens to be true, and you will not have to remember which side you were on.',
        'To be of use at the hearing, learn one part of it well. Somebody should know how long an ambulance is away. Somebody should know how the advice line would decide who has to come in. Somebody should simply be able to tell what happened one night. If you have been a patient, write down the hour, what was wrong, what was done, and how you would have got to Tolm. Half a page is enough.',
        'The clinic goes on as before until the end of the winter, which is time enough to change a decision that was taken in one session. Start with your own name and then find one more. There is a bell beside the door. It works because a generation ago somebody in Brackwater insisted on it, and it will be there for the next child if enough of us insist now.',
      ],
    },
    todo: {
      intro:
        'Two signatures and a letter, and then whatever you have time for. All of it before the winter ends.',
      personal: [
        {
          kind: 'sign',
          title: 'Put your name on the list at the bakery',
          detail:
            'If you live in Brackwater: five hundred names in writing oblige the Health Council to hold a hearing. Bring somebody from your household.',
          minutes: 15,
          deadline: null,
        },
        {
          kind: 'learn',
          title: 'Write down your night',
          detail:
            'If you have ever rung that bell, note the hour, the reason, what was done and how you would otherwise have got to Tolm. Half a page, kept for the hearing.',
          minutes: 30,
          deadline: null,
        },
        {
          kind: 'thank',
          title: 'Thank the night staff',
          detail:
            'Eleven nurses and two doctors learned of this by letter. A card through the door on Tar Street is read on the night it comes.',
          minutes: 10,
          deadline: null,
        },
      ],
      petitions: [
        {
          slug: 'keep-the-night-clinic',
          why: 'It asks for the figures, for a hearing in Brackwater and for the door to stay open until there is something better.',
        },
      ],
      officials: {
        slugs: ['henrik-osk'],
        letter: {
          subject: 'The night clinic in Brackwater: please publish the figures and hold a hearing',
          body: `To the office of the recipient,

The night clinic in Brackwater saw 9,140 patients last year. I have learned that it is to close at the end of the winter, and that this was decided in a session without the public.

I accept that there is not enough money for everything that is needed, in the uplands as well as here. Because the choice is so hard I ask for three things before it takes effect:

First, that the figures be published, with the cost of the additional ambulance journeys among them.
Second, that a hearing be held in Brackwater, at an hour when people on night and late shifts can attend.
Third, that the clinic stay open until something equally near has taken its place.

Many of those who use it are at work while the rest of us are asleep. They should be able to speak before they lose it.

With respect,
[your name]
[your town]`,
        },
      },
      community: [
        {
          kind: 'share',
          title: 'Carry the list to the late shift',
          detail:
            'With two or three neighbours, take copies to the cannery gate, the boats and the Alder House at change of shift, and bring them back to the bakery the same day.',
          minutes: 90,
          deadline: null,
        },
        {
          kind: 'talk',
          title: 'Find an ally in the uplands',
          detail:
            'Write one letter together with somebody from an upland village that needs a district nurse. Ask for both, in one envelope.',
          minutes: 45,
          deadline: null,
        },
      ],
      conclusion:
        'A lit window at two in the morning is a promise that a town makes to whoever is awake. It can be kept, or it can be replaced by a better one, but it should not be taken down by a letter. Your name, on paper, is what the rules ask for.',
      short: [
        'Sign to keep the night clinic open.',
        'Put your name on the bakery’s list for a hearing.',
        'Ask the Health Council for the ambulance figures.',
      ],
    },
  },
};
