import type { SampleArticle } from '../article.ts';
import { resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'valley-wire',
  slug: 'dye-works-fined-after-spill',
  title: 'Dye works fined 40,000 crowns after Tarn spill',
  author: 'Valley Wire staff',
  language: 'en',
  kind: 'text',
  hoursBefore: 3,
  summary:
    'The Water Inspectorate has fined Tarn Dye Works 40,000 crowns for the leak that coloured the river red last week. The company will not appeal.',
  body: `
<p>PORT ELLIN (Valley Wire) – Tarn Dye Works has been fined 40,000 crowns for letting 31 cubic metres of spent dye escape into the River Tarn last week, the city’s Water Inspectorate said.</p>
<p>The inspectorate found that a valve under one of the factory’s five holding tanks had failed and that the company had not acted on an earlier recommendation to fit a second one. It set the penalty at two thirds of the highest sum the river ordinance allows, citing the prompt call by a night foreman and the company’s help in the inquiry.</p>
<p>Conrad Vey, manager of the works, said the company accepted the finding and would not appeal. “We are sorry, and we will pay,” he said. Second valves and outside alarms would be fitted to all five tanks before the spring, at a cost he put at 95,000 crowns.</p>
<p>The spill turned the river red from the Coldstair Weir to the harbour lock for about nine hours. Eleven people were treated for sore skin or eyes at Ellin General Hospital, and volunteers counted 140 dead fish.</p>
<p>Under the ordinance the money goes into the city’s general fund. None of it is set aside for the river or for the 64 families whose allotments were watered from it.</p>
<p>Petra Lunn, secretary of the Friends of the Tarn, said restocking the stretch below the weir would cost about 28,000 crowns. “The river was harmed and the city was paid,” she said.</p>
<p>The inspectorate said it would check the new valves on site and publish the date of its visit.</p>
`,
  reading: {
    language: 'en',
    categories: ['river-and-climate'],
    claims: [
      said(
        'Tarn Dye Works has been fined 40,000 crowns because 31 cubic metres of spent dye escaped into the river.',
        'Tarn Dye Works has been fined 40,000 crowns for letting 31 cubic metres of spent dye escape into the River Tarn last week',
        'the Water Inspectorate',
      ),
      said(
        'A valve failed, and the company had not followed an earlier recommendation to fit a second one.',
        'a valve under one of the factory’s five holding tanks had failed and that the company had not acted on an earlier recommendation to fit a second one',
        'the Water Inspectorate',
      ),
      said(
        'The penalty is two thirds of the highest sum, because a foreman called promptly and the company helped.',
        'It set the penalty at two thirds of the highest sum the river ordinance allows, citing the prompt call by a night foreman and the company’s help in the inquiry.',
      ),
      said(
        'The company accepts the finding and will not appeal.',
        'the company accepted the finding and would not appeal',
        'Conrad Vey',
      ),
      said(
        'All five tanks will have second valves and outside alarms before the spring, for 95,000 crowns.',
        'Second valves and outside alarms would be fitted to all five tanks before the spring, at a cost he put at 95,000 crowns.',
        'Conrad Vey',
      ),
      said(
        'The river was red from the weir to the harbour lock for about nine hours.',
        'The spill turned the river red from the Coldstair Weir to the harbour lock for about nine hours.',
      ),
      said(
        'Eleven people were treated in hospital, and 140 dead fish were counted.',
        'Eleven people were treated for sore skin or eyes at Ellin General Hospital, and volunteers counted 140 dead fish.',
      ),
      said(
        'The fine goes into the city’s general fund.',
        'Under the ordinance the money goes into the city’s general fund.',
      ),
      said(
        'None of the money is kept for the river or for the 64 families at the allotments.',
        'None of it is set aside for the river or for the 64 families whose allotments were watered from it.',
      ),
      said(
        'Restocking the river below the weir would cost about 28,000 crowns.',
        'restocking the stretch below the weir would cost about 28,000 crowns',
        'Petra Lunn',
      ),
      said(
        'The inspectorate will check the new valves and publish the date of its visit.',
        'The inspectorate said it would check the new valves on site and publish the date of its visit.',
        'the Water Inspectorate',
      ),
    ],
    quotes: [
      spoken('Conrad Vey', 'We are sorry, and we will pay'),
      spoken('Petra Lunn', 'The river was harmed and the city was paid'),
    ],
  },
  commentary: {
    opinion: {
      short:
        'The fine is fair as fines go, and the company has taken it without a quarrel. But the 40,000 crowns pass from the factory to the general fund without touching the river or the gardens. A penalty that repairs nothing is only half of justice. The damage has an address and a price, and the money should go there first.',
      paragraphs: [
        resting(
          'There is a good deal to respect in this decision. The inspectorate named the cause, named the missed recommendation, and explained why it did not ask for the highest sum. The company did not hide behind lawyers. “We are sorry, and we will pay” is a sentence that towns along many rivers wait years to hear. A regulator that counts a foreman’s prompt call in a company’s favour also teaches the next foreman to ring at once, and that is worth more than a larger fine.',
          'c2',
          'c3',
          'c4',
          'q1',
        ),
        resting(
          'And yet follow the money. It leaves the factory, it arrives in the general fund, and there it becomes a very small part of everything: lamp posts, pensions, grit for the winter roads. All of these are honest uses. None of them is the stretch below the weir, where volunteers counted 140 dead fish, and none of them is the allotments that 64 families water from the river. The two parties who lost something are the two who receive nothing at all.',
          'c7',
          'c8',
          'c9',
        ),
        resting(
          'Petra Lunn of the Friends of the Tarn said it in nine words: “The river was harmed and the city was paid.” One may object that a fine is meant to deter, and that repair is another matter, to be settled in another court. Perhaps so for a company with a claim and a lawyer. A family with a ruined bed of winter greens will not go to court over it, and a trout cannot. If repair has to be asked for by the injured, these injuries will not be repaired.',
          'c9',
          'q2',
        ),
        resting(
          'Compare three sums from the same report. The fine is 40,000 crowns. The valves and alarms will cost 95,000. Putting fish back would cost about 28,000. A leak that costs less than half the price of preventing it gives every careful manager a poor argument to take upstairs. We do not think this manager reasoned that way; he says he will pay for both. But an ordinance should not depend on finding a decent manager behind the desk.',
          'c1',
          'c5',
          'c10',
        ),
        resting(
          'A just rule would say that penalties for harm to the river go to the river first, and to the people who were harmed with it, until the repair is paid for. What is left may go to the general fund. It would say that a recommendation to a factory has a date and that somebody returns on that date to look. The inspectorate has promised to publish when it will visit. That promise is a modest beginning, and it could become the rule for everyone who discharges into the Tarn.',
          'c8',
          'c11',
        ),
      ],
    },
    action: {
      short:
        'Ask the council to spend river fines on the river first, and to give every safety recommendation a date.',
      paragraphs: [
        resting(
          'The fine has been set and will be paid, so there is nothing to win by arguing over its size. What can still be decided is where the next one goes. A single sentence in the river ordinance sends all penalties to the general fund. A councillor can propose another sentence. The strongest moment to ask for it is now, while everyone remembers what this money might have repaired.',
          'c8',
        ),
        resting(
          'Ask for something narrow. Penalties for harm to the Tarn should pay first for repair of the stretch that was harmed, and for the losses of people who live or grow food beside it. That leaves the council free to do as it likes with the remainder. A narrow request is easy to explain on a doorstep, and hard to turn away by talking about the whole budget.',
          'c9',
        ),
        resting(
          'Use the figures, since they are all public. Restocking would cost about 28,000 crowns, and the penalty was 40,000. So repair could have been paid in full, with money left over for the gardens. Put those two numbers side by side in a letter, in a comment at a meeting, or on a card in a shop window. They make the argument without any adjectives.',
          'c1',
          'c10',
        ),
        resting(
          'Watch the date. The inspectorate says it will check the new valves on site and publish the day of its visit. Make a note to look for that announcement, and if the spring comes without one, ask politely why. One recommendation has been left lying here already. A handful of residents who remember a promise are the cheapest form of inspection that a city can have.',
          'c2',
          'c11',
        ),
        resting(
          'Do not leave the dye works out of the conversation. A company that will not appeal has shown that it can be spoken with. If you work there, ask whether staff may see the new alarms tested and learn what to do when they ring. If you live near, ask for the same. People who know each other by name tell each other sooner when a drain is running.',
          'c4',
          'c5',
        ),
        resting(
          'If you lost something, say so. Allotment holders can list what was dug in, what it cost to sow and how many hours went into it. Anglers and walkers can report where they no longer see fish. No one may pay for it this time. But when the council asks whether a repair fund would be used, the answer ought to be lying on the table in plain figures.',
          'c9',
        ),
      ],
    },
    todo: {
      intro:
        'The case is closed; the rule behind it is not. These are ways to help change where river fines go.',
      personal: [
        {
          kind: 'write',
          title: 'Ask where the fine will be spent',
          detail:
            'Send the sample letter below, or your own, and ask one plain question: will any of the 40,000 crowns be used for the stretch of river that was harmed? Keep the answer, whichever way it goes.',
          minutes: 15,
          deadline: '',
          link: 'official:mayor-ida-quill',
        },
        {
          kind: 'learn',
          title: 'Know what a recommendation is worth',
          detail:
            'Find out whether the inspectorate’s advice to a business has a date by which it must be carried out, and who checks it. Ask at the inspectorate’s counter; the staff know, and are seldom asked.',
          minutes: 45,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Compare the three sums with a friend',
          detail:
            'Fine, valves, fish: 40,000, 95,000 and 28,000 crowns. Ask a friend what each number should do to the others. It is a better conversation than whether the fine was high or low.',
          minutes: 15,
          deadline: '',
          link: '',
        },
      ],
      petitions: [
        {
          id: 'petition:clean-tarn',
          why: 'The missed recommendation was made before the leak. Open records let neighbours see such advice and ask whether it was followed.',
        },
      ],
      officials: {
        ids: ['official:mayor-ida-quill', 'official:councillor-lena-vaart'],
        subject: 'River fines should repair the river first',
        body: [
          'Good day,',
          'The Water Inspectorate has fined Tarn Dye Works 40,000 crowns for last week’s spill. I think the decision was careful, and I am glad that the company will not appeal.',
          'I was sorry to read that under the ordinance all of the money goes into the general fund. According to the Friends of the Tarn, restocking the stretch below the weir would cost about 28,000 crowns. The 64 families whose allotments were watered from the river receive nothing either. The fine would have paid for the fish and left something for the gardens.',
          'I ask you to propose, or to support, a change in the ordinance: that a penalty for harm to the river pays first for repairing that harm, and only then goes into the general fund. I also ask that every safety recommendation to a business beside the river be given a date, and that somebody goes to look on that date.',
          'Please tell me whether you would support this.',
          'With kind regards,\n[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Help to count and restock',
          detail:
            'Offer the Friends of the Tarn a morning on the bank. Counts before and after a restocking show whether it worked, and they need people who can walk slowly and write clearly.',
          minutes: 180,
          deadline: '',
          link: '',
        },
        {
          kind: 'attend',
          title: 'Go to the committee together',
          detail:
            'When the ordinance is next on the agenda, go as a group of five or six from one street or club. Agree beforehand who will speak and keep it to the two figures.',
          minutes: 120,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'This factory says it will pay its fine and fit its valves. Good. The next spill may come from someone less willing, and by then the rule should say that whoever harms the Tarn mends the Tarn.',
      short: [
        {
          text: 'Ask the council to spend river fines on the river first.',
          link: 'official:mayor-ida-quill',
        },
        { text: 'Sign to open the Tarn’s pollution records.', link: 'petition:clean-tarn' },
        { text: 'Watch for the date of the inspectorate’s visit to the new valves.', link: '' },
      ],
    },
  },
};
