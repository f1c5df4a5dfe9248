import type { SampleArticle } from '../article.ts';
import { resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'river-post',
  slug: 'river-turns-red-below-dye-works',
  title: 'The Tarn ran red for nine hours, and nobody was told',
  author: 'Greta Solberg-Finch',
  language: 'en',
  kind: 'text',
  hoursBefore: 1,
  summary:
    'A failed valve at Tarn Dye Works let 31 cubic metres of spent dye into the river last Tuesday. The first public notice came after the water had cleared. We followed the nine hours, call by call.',
  body: `
<p>The first person to see it was a girl of fifteen, facing backwards. Ines Talloway rows in the bow of the Port Ellin juniors’ four, and at a quarter past five last Tuesday morning the lamp on Fuller’s Bridge showed her something she took for a trick of the light. “I said the water was the wrong colour,” she told The River Post. “Our cox said to keep my eyes in the boat.”</p>
<p>By the time the crew had turned at the Coldstair Weir, all four of them could see it. From the outfall of Tarn Dye Works, on the left bank, a band of red as wide as a cart was pushing out into the stream. Below the bridge it had already reached from wall to wall.</p>
<p>The river stayed that way until about a quarter past two in the afternoon. In those nine hours people rowed on it, watered vegetables from it, let their dogs drink from it and, in one case, were baptised in it. None of them had been told anything. The first public notice, three lines on the website of the city’s Water Inspectorate, appeared at ten to five, when the Tarn was brown again.</p>
<p>This is an account of those hours, put together from the inspectorate’s call log, which we were shown, from the company’s own report, and from 22 people who were on or beside the water.</p>

<h2>Tank three</h2>
<p>Tarn Dye Works colours wool and cotton for four mills up the valley. What is left when a batch is done, a warm bath of dye, salt and acetic acid, is held in one of five tanks until it can be treated. According to the company’s report, a valve under tank three failed at about twenty to five. The tank was nearly full. Over the next three hours 31 cubic metres ran into a rain drain, and from the drain into the river.</p>
<p>The night foreman, Aldo Prins, found the drain running at twenty past five. He could not close the valve by hand; it had sheared. He rang the inspectorate’s incident line five minutes later and reached a recording. He left a message, then rang again, and the second call is in the log at 5.31, in a single line: “Dye works, tank leak, red, to river.”</p>
<p>“I did what the card on the wall says,” Mr Prins said. “It says ring the inspectorate. There is no second number on the card.”</p>
<p>It took until ten to eight for a pump crew to empty what was left of the tank into another. By then, the company believes, most of its contents had gone.</p>

<h2>What people did in the meantime</h2>
<p>At Fuller’s Meadow, eight hundred metres downstream, 64 families rent allotments from the city. Three electric pumps lift river water into a trough, and on Tuesdays the trough is filled at seven. Marta Hollin, who is 67 and has had plot 19 since her husband retired, filled two cans before it was properly light and watered her leeks and winter spinach.</p>
<p>“When the sun came up my hands were pink,” she said. “I thought I had cut myself. Then I looked at the trough.” She knocked on the huts of the four others who were there and they turned the pumps off themselves. No one from the city came to the meadow that day, she said, or the next.</p>
<p>On the slipway at Saltmarket a small congregation had booked the steps for eight o’clock. Their pastor, Emanuel Roke, had noticed the colour and asked a man in a fluorescent jacket about it. The man, who was mending a lamp, said he supposed it was clay. “So we went in,” Mr Roke said. “I have apologised to the families. I would like to know who is going to apologise to me.”</p>
<p>Joss Arkwell, who coaches the juniors, kept his second crew off the water at six and telephoned the harbour office, the police and the city switchboard. The harbour office told him that the river above the lock was not its affair. The police gave him the inspectorate’s line. The switchboard opened at half past eight.</p>
<p>At Ellin General Hospital, eleven people came to the emergency department between Tuesday noon and Wednesday evening with reddened skin or sore eyes after contact with the water. All went home the same day. Dr Salome Adair, who saw six of them, said the symptoms fitted the acid in the dye bath. “Mild, and treatable with a great deal of clean water,” she said. “But I had to ask my own patients what was in the river, because there was no one else to ask.”</p>
<p>The city’s drinking water was not affected. It comes from wells above Mossford, fifteen kilometres upstream.</p>

<h2>A hundred and forty fish</h2>
<p>Two inspectors reached the bank at ten past eight and took samples at four places. Their results, published at the end of the week, show that the water below the outfall was as sour as vinegar diluted by half, and that the oxygen in it fell to 2.8 milligrams a litre. Trout begin to suffer below about five.</p>
<p>Volunteers of the Friends of the Tarn walked both banks that afternoon with clipboards. Between the outfall and the lock they counted 140 dead fish: dace, young trout, eels, and nine salmon that had been on their way up to the spawning beds. Petra Lunn, the group’s secretary, laid the salmon on a tarpaulin in front of the Customs House and stood beside them until dusk.</p>
<blockquote><p>“A river cannot ring a bell. We have laws that say who must tell the inspectorate. We have none that says who must tell us.”</p></blockquote>
<p>She is right about the law. Under the river ordinance a company that spills must report it “without delay” to the inspectorate. The inspectorate, in turn, must publish a notice within 24 hours of confirming a hazard. It did so in less than nine. Nobody broke that rule. Nothing in the ordinance requires anyone to warn people who are on the water now.</p>

<h2>The line that nobody answers</h2>
<p>The inspectorate has fourteen staff. At night one of them carries a telephone. On Tuesday, its log shows, the duty officer was at Upper Tarn, dealing with a tractor in a ditch that was leaking fuel, in a stretch of the valley where there is no signal. The recording takes over after eight rings.</p>
<p>Hanne Brisk, who heads the inspectorate, did not try to defend it. “One person for 90 kilometres of river is what the budget pays for,” she said. “I have asked for a second duty officer in three budgets. I will ask in the fourth.”</p>
<p>The city does own a system that can reach people quickly. It sends a text message to some 17,000 telephones when a spring tide is likely to come over the quays. Using it for the river was proposed four years ago. The proposal, which we found in the committee’s minutes, was sent back with a request to clarify who would be allowed to press the button. It never returned.</p>
<p>Lena Vaart, who chairs the council’s Environment Committee, said she would bring it back. “I do not much mind who presses it,” she said. “I mind that on Tuesday morning there was no button.”</p>

<h2>What is in the tanks</h2>
<p>Hardly anyone downstream could have said what the dye works keeps in its tanks, or what it is permitted to let go on an ordinary day. That is written down. The company’s permit, with its yearly returns, lies in a paper file in the basement of the Customs House, together with those of 37 other businesses that discharge into the Tarn. Anyone may read them, on Wednesdays between ten and noon, by appointment.</p>
<p>We read the dye works’ file. It records two earlier leaks in six years, both smaller and both from tank three. After the second, an inspector recommended a second valve and an alarm. The recommendation is ticked in pencil. There is no note that anyone went to look.</p>
<p>Conrad Vey, who has managed the works for three years, said he had not known of the recommendation until we read it to him. “It should have been on my desk in my first week,” he said. “That is our failing. I would add that it was in a basement.” A second valve, he said, would be fitted to every tank, and an alarm that rings in the street as well as in the office.</p>
<p>A register that would put all 38 files online is before the council. The Commissioner of Public Health, Ewa Lind, has spoken for it. “My department learned of the spill from the emergency room,” she said. “I would rather learn of the next one from a map.”</p>

<h2>Plot 19</h2>
<p>The allotment holders have been advised by the inspectorate, in a letter that arrived on Saturday, to discard leafy vegetables that were watered on Tuesday and to wash roots well. The dye itself, the letter says, is not known to be poisonous in the amounts found.</p>
<p>Mrs Hollin has dug in her spinach. She has kept the leeks, for now, under a net with a paper label on it that says what happened and when, in case somebody comes to take a sample. She would not want any money for them, she said. She would like a telephone call.</p>
<p>In the meantime the plot holders have made an arrangement of their own. Whoever arrives first looks at the water and hangs a cloth on the gate: white if it is clear, red if it is not. “We were the gauge,” she said. “We may as well do it properly.”</p>
`,
  reading: {
    language: 'en',
    categories: ['river-and-climate', 'health'],
    claims: [
      said(
        'For nine hours people rowed on the red river, watered from it and in one case were baptised in it.',
        'In those nine hours people rowed on it, watered vegetables from it, let their dogs drink from it and, in one case, were baptised in it. None of them had been told anything.',
      ),
      said(
        'The first public notice appeared when the river was already brown again.',
        'The first public notice, three lines on the website of the city’s Water Inspectorate, appeared at ten to five, when the Tarn was brown again.',
      ),
      said(
        'The account rests on the call log, the company’s report and 22 people at the river.',
        'put together from the inspectorate’s call log, which we were shown, from the company’s own report, and from 22 people who were on or beside the water',
      ),
      said(
        'The night foreman’s first call to the incident line reached a recording.',
        'He rang the inspectorate’s incident line five minutes later and reached a recording.',
      ),
      said(
        'At Fuller’s Meadow 64 families rent allotments, whose trough is filled from the river at seven on Tuesdays.',
        'At Fuller’s Meadow, eight hundred metres downstream, 64 families rent allotments from the city. Three electric pumps lift river water into a trough, and on Tuesdays the trough is filled at seven.',
      ),
      said(
        'Marta Hollin, who is 67, watered her leeks and spinach before it was light.',
        'Marta Hollin, who is 67 and has had plot 19 since her husband retired, filled two cans before it was properly light and watered her leeks and winter spinach.',
      ),
      said(
        'The gardeners turned off the pumps themselves, and no one from the city came.',
        'She knocked on the huts of the four others who were there and they turned the pumps off themselves. No one from the city came to the meadow that day',
        'Marta Hollin',
      ),
      said(
        'Eleven people came to the hospital with reddened skin or sore eyes.',
        'eleven people came to the emergency department between Tuesday noon and Wednesday evening with reddened skin or sore eyes after contact with the water',
      ),
      said(
        'The inspectorate kept to the rule that a notice must follow within 24 hours.',
        'must publish a notice within 24 hours of confirming a hazard. It did so in less than nine. Nobody broke that rule.',
      ),
      said(
        'No rule says that people on the water must be warned.',
        'Nothing in the ordinance requires anyone to warn people who are on the water now.',
      ),
      said(
        'The duty officer was dealing with a leaking tractor where there is no signal.',
        'the duty officer was at Upper Tarn, dealing with a tractor in a ditch that was leaking fuel, in a stretch of the valley where there is no signal',
      ),
      said(
        'The city can send a message to some 17,000 telephones when a spring tide is likely.',
        'It sends a text message to some 17,000 telephones when a spring tide is likely to come over the quays.',
      ),
      said(
        'The chair of the Environment Committee will bring the proposal to use it for the river back.',
        'Lena Vaart, who chairs the council’s Environment Committee, said she would bring it back.',
        'Lena Vaart',
      ),
      said(
        'The permits lie in a basement and can be read by appointment on Wednesdays between ten and noon.',
        'lies in a paper file in the basement of the Customs House, together with those of 37 other businesses that discharge into the Tarn. Anyone may read them, on Wednesdays between ten and noon, by appointment.',
      ),
      said(
        'Two earlier leaks from tank three led to a recommendation that is ticked in pencil.',
        'It records two earlier leaks in six years, both smaller and both from tank three. After the second, an inspector recommended a second valve and an alarm. The recommendation is ticked in pencil.',
      ),
      said(
        'The manager had not known of the recommendation.',
        'said he had not known of the recommendation until we read it to him',
        'Conrad Vey',
      ),
      said(
        'Every tank will have a second valve, and an alarm will ring in the street.',
        'A second valve, he said, would be fitted to every tank, and an alarm that rings in the street as well as in the office.',
        'Conrad Vey',
      ),
      said(
        'A register of all 38 files is before the council, and the Commissioner of Public Health supports it.',
        'A register that would put all 38 files online is before the council. The Commissioner of Public Health, Ewa Lind, has spoken for it.',
      ),
      said(
        'The plot holders were advised to discard leafy vegetables and to wash roots.',
        'discard leafy vegetables that were watered on Tuesday and to wash roots well',
        'the Water Inspectorate',
      ),
      said(
        'Marta Hollin wants no money, only a telephone call.',
        'She would not want any money for them, she said. She would like a telephone call.',
        'Marta Hollin',
      ),
      said(
        'Whoever comes first to the plots now hangs out a white cloth or a red one.',
        'Whoever arrives first looks at the water and hangs a cloth on the gate: white if it is clear, red if it is not.',
      ),
    ],
    quotes: [
      spoken('Ines Talloway', 'I said the water was the wrong colour'),
      spoken('Aldo Prins', 'I did what the card on the wall says'),
      spoken('Aldo Prins', 'It says ring the inspectorate. There is no second number on the card.'),
      spoken(
        'Emanuel Roke',
        'I have apologised to the families. I would like to know who is going to apologise to me.',
      ),
      spoken(
        'Salome Adair',
        'But I had to ask my own patients what was in the river, because there was no one else to ask.',
      ),
      spoken(
        'Petra Lunn',
        'We have laws that say who must tell the inspectorate. We have none that says who must tell us.',
      ),
      spoken('Hanne Brisk', 'One person for 90 kilometres of river is what the budget pays for'),
      spoken(
        'Hanne Brisk',
        'I have asked for a second duty officer in three budgets. I will ask in the fourth.',
      ),
      spoken('Lena Vaart', 'I mind that on Tuesday morning there was no button.'),
      spoken('Conrad Vey', 'It should have been on my desk in my first week'),
      spoken('Ewa Lind', 'I would rather learn of the next one from a map.'),
      spoken('Marta Hollin', 'We were the gauge'),
    ],
  },
  commentary: {
    opinion: {
      short:
        'A foreman rang, a recording answered, and for nine hours people rowed, gardened and were baptised in a river that someone already knew was fouled. No rule was broken, because no rule says the public must be warned. That is the fault to mend: a warning that reaches the bank, and records that do not live in a basement.',
      paragraphs: [
        resting(
          'The hardest fact in this story is that almost everyone did what was asked of them. The foreman followed the card on the wall. The inspectorate published within the time the ordinance allows. The hospital treated those who came. And still a woman of 67 watered her spinach with dye, and a congregation went down the steps into it. When people do their duty and the harm happens anyway, the duty has been drawn too small. It ended at the inspectorate’s telephone, and the river went on past it.',
          'c1',
          'c4',
          'c6',
          'c8',
          'c9',
          'q2',
        ),
        resting(
          'Petra Lunn of the Friends of the Tarn put the gap in two sentences: “We have laws that say who must tell the inspectorate. We have none that says who must tell us.” A rule that allows 24 hours for a notice was written for people who read notices. It was not written for a crew on the water before dawn, or for 64 families who fill their cans at seven. Those who stand closest to the river are the last for whom the rule was made.',
          'c5',
          'c9',
          'c10',
          'q6',
        ),
        resting(
          'It would be easy to put it all on the duty officer, alone that night with a leaking tractor in a valley without signal. We do not. One person for 90 kilometres is a decision, taken in three budgets running by people who were asked for a second officer and said no. Money is always short, and the council has other needs that are real. But somebody weighed a night officer against them, and the people on the bank were not in the room when it was weighed.',
          'c11',
          'q7',
          'q8',
        ),
        resting(
          'Then there is the basement. Two earlier leaks from the same tank, a recommendation for a second valve, a tick in pencil: all of it was written down, and all of it could be read on Wednesdays between ten and noon. We believe the manager when he says he did not know. A record that the factory’s own manager has not seen, that the neighbours cannot see without an appointment, and that nobody checks, protects no one. Had it been open, a rower’s parent or a curious pupil might have asked about tank three.',
          'c14',
          'c15',
          'c16',
        ),
        resting(
          'What would be just is not complicated. Those who can be harmed should know as soon as those who can be fined. The city already owns a system that reaches some 17,000 telephones when the tide is high; the river deserves the same button and a named person to press it. The 38 files belong where anyone can read them. And the people of Fuller’s Meadow, who turned off the pumps themselves, are owed what one of them asked for, which is a telephone call.',
          'c7',
          'c12',
          'c18',
          'c20',
        ),
      ],
    },
    action: {
      short:
        'Ask for a river warning that reaches people within the hour, and for the 38 discharge files to be opened.',
      paragraphs: [
        resting(
          'Two things can be changed this winter, and both are small enough to be done. The first is the warning: letting the city’s tide messages be used for the river. The second is the record: putting the 38 discharge files where anyone can read them. Neither needs a new authority or a new building. Each needs a vote, and votes move when councillors know that people at home are counting them.',
          'c12',
          'c18',
        ),
        resting(
          'Begin with what you saw. If you were on or near the Tarn last Tuesday, write down the time, the place and the colour while you still remember. If you have photographs, keep the originals. The account we have rests on a call log, a company’s report and 22 witnesses. There were surely more, and a council that hears from the slipway, the meadow and the boathouse at once will find it harder to call this one bad morning.',
          'c3',
        ),
        resting(
          'Then write to the people who can act. The Environment Committee’s chair has said in public that she will bring the warning proposal back. A promise is easier to keep when letters are lying beside it. Ask one question that has a date for an answer: by when will a spill on the river reach the telephones that a spring tide reaches today? Public health has spoken for the register. Thank them and ask them to say it again in the chamber.',
          'c13',
          'c18',
        ),
        resting(
          'Be fair to the factory, and exact. Its manager has said that every tank will get a second valve and an alarm that rings in the street. Hold him to it kindly. Neighbours can ask for a visit once the work is done, and for another telephone number on the foreman’s card that leads to somebody downstream. The people who work there have a river to lose as well.',
          'c17',
          'q3',
        ),
        resting(
          'Meanwhile the bank can look after itself a little. The plot holders’ cloth on the gate, white for clear and red for not, costs next to nothing and needed nobody’s leave. A rowing club, an angling club, a school or a café by the water could hang one too. It does not replace a warning from the city. It shows the city what a warning looks like, and it gets neighbours into the habit of telling each other.',
          'c21',
        ),
        resting(
          'Last, look after those who were hurt. If your skin or eyes are still sore after contact with the water, see a doctor and mention the date. If you grow food at Fuller’s Meadow, follow the advice you were sent and keep a note of what you threw away. Ask the older plot holders whether they have read the letter. Small losses add up to a picture, and the picture is what the ordinance was missing.',
          'c8',
          'c19',
        ),
      ],
    },
    todo: {
      intro:
        'An evening is enough for the first three of these. Do the one that suits you, and tell one person by the river that you have done it.',
      personal: [
        {
          kind: 'write',
          title: 'Write down what you saw on Tuesday',
          detail:
            'Time, place, colour, smell, who was with you, what you were told and by whom. Half a page is plenty. Keep it with your photographs and offer a copy to the Friends of the Tarn, who walked both banks that afternoon.',
          minutes: 20,
          deadline: '',
          link: '',
        },
        {
          kind: 'learn',
          title: 'Read one discharge file',
          detail:
            'Make an appointment at the Customs House and ask for the file of the business nearest to your stretch of the Tarn. Note what it may release on an ordinary day, and whether any recommendation was followed up.',
          minutes: 120,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Tell a neighbour who uses the river',
          detail:
            'Anglers, dog walkers, rowers, gardeners: many still do not know what was in the water. Tell them the drinking water was not affected, and what the allotment holders were advised to do with their vegetables.',
          minutes: 15,
          deadline: '',
          link: '',
        },
        {
          kind: 'thank',
          title: 'Thank someone who was awake',
          detail:
            'The foreman who rang twice, the coach who kept a crew ashore, the gardeners who switched off the pumps. A short note costs little and tells people that raising the alarm is noticed.',
          minutes: 10,
          deadline: '',
          link: '',
        },
      ],
      petitions: [
        {
          id: 'petition:clean-tarn',
          why: 'It asks the council to open the pollution records of the Tarn. The dye works’ two earlier leaks and the ticked recommendation were in such a file all along, in a basement.',
        },
      ],
      officials: {
        ids: ['official:councillor-lena-vaart', 'official:commissioner-ewa-lind'],
        subject: 'A river warning within the hour, and open discharge records',
        body: [
          'Good day,',
          'I live in Port Ellin and I am writing about the spill from Tarn Dye Works last Tuesday. The river was red for about nine hours. The first public notice appeared when it had already cleared. In between, people rowed on it, watered food from it and were baptised in it, and eleven people went to hospital with sore skin or eyes.',
          'As I understand it, no rule was broken. I think that is the problem. I ask for your support for two changes. First, that the messages which warn of spring tides may also be used for the river, with a named person on duty who is allowed to send them. Second, that the 38 discharge files in the Customs House be put online, with a note of every recommendation and whether it was carried out.',
          'Would you let me know whether you support each of these, and when you expect a decision?',
          'Thank you for your work and for reading this.',
          'With kind regards,\n[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Hang a white cloth and a red one',
          detail:
            'Agree with your club, school or café by the water who looks at the river first each morning, and hang the colour where passers-by can see it. Write on a card what each colour means.',
          minutes: 60,
          deadline: '',
          link: '',
        },
        {
          kind: 'teach',
          title: 'Take a class to the bank',
          detail:
            'A jar, a strip of indicator paper and a thermometer are enough for a first lesson on what fish need. Let pupils compare their numbers with the inspectorate’s, and ask what they would have wanted to know on Tuesday.',
          minutes: 90,
          deadline: '',
          link: '',
        },
        {
          kind: 'share',
          title: 'Put the story on a notice board',
          detail:
            'Pin a summary at the boathouse, the allotment gate and the laundry, with the two things that are being asked for. Those who were most affected are not always those who read the news on a screen.',
          minutes: 30,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'The Tarn is brown again, and in a month this will be easy to forget. A warning rule and an open register would still be there the next time a valve gives way before dawn. Ask for both now, while the leeks on plot 19 are still under their net.',
      short: [
        { text: 'Sign to open the Tarn’s pollution records.', link: 'petition:clean-tarn' },
        {
          text: 'Write to the Environment Committee for a river warning within the hour.',
          link: 'official:councillor-lena-vaart',
        },
        { text: 'Write down what you saw last Tuesday, and keep the photographs.', link: '' },
      ],
    },
  },
};
