import type { SampleArticle } from '../article.ts';
import { plain, resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'river-post',
  slug: 'salmon-return-upper-tarn',
  title: '“We counted 212”: salmon are back at Upper Tarn',
  author: 'Kit Abernethy-Roux',
  language: 'en',
  kind: 'text',
  hoursBefore: 5,
  summary:
    'Volunteers at the Upper Tarn fish ladder counted 212 salmon this autumn, against 61 a year ago. Three things changed, and one of them was a school’s idea.',
  body: `
<p>For nine weeks somebody has been sitting on an upturned crate beside the fish ladder at Upper Tarn, from first light until nine and again from four until dark, looking at a pane of glass. On Sunday evening the last of them, Wilf Dorrance, 71, made a stroke in a school exercise book, drew a line under it and added up.</p>
<p>“We counted 212,” he said. “I did it three times, because I did not believe the first two.”</p>
<p>Last autumn the same crate, the same glass and much the same people produced a count of 61. The year before it was 48. Nobody under fifty in Upper Tarn can remember a run like this one, and those over fifty are careful about saying they can.</p>
<h2>Three changes</h2>
<p>The Friends of the Tarn, who organise the count, put it down to three things. The mill at Mossford now stops its turbine for four hours each night in September and October. The mill’s owner, Sunniva Brandt, says it costs her about 900 crowns a season. “I spend more on coffee,” she said.</p>
<p>Secondly, farmers along the Lissbeck fenced six kilometres of bank, so that cattle no longer stand in the gravel where the fish lay their eggs. And thirdly there is the ladder itself. Its lowest step had been washed hollow, and fish that tried to jump it struck a concrete lip. Pupils of Upper Tarn School noticed this two years ago, measured it for a mathematics project and sent a drawing to the council. The step was rebuilt last winter with eleven tonnes of stone.</p>
<p>“They said children could not have got the angle right,” said Amina Farouk-Hill, who is now thirteen. “Then an engineer came and got the same angle.”</p>
<h2>A shadow downstream</h2>
<p>Not every salmon that set out this autumn arrived. Nine were found dead below the Coldstair Weir in Port Ellin last week, after the spill from the dye works. Most of this year’s fish had already passed. “Three weeks earlier and I would have been counting nothing,” Mr Dorrance said.</p>
<p>The count is not proof of a lasting recovery, warned Dr Ottoline Pryce, a freshwater biologist who checks the books. A run can be large for one year and small for the next five. She would like the counters to go on for ten, and to have an electric counter to compare with. The Friends have put the price of one at 14,000 crowns and have 3,200 in a tin.</p>
<p>They also need people. There were 26 counters this year, of whom nine are over seventy. The next task begins in February, when volunteers walk the gravel beds in waders to look for eggs. Beginners are welcome, Mr Dorrance said, if they can keep quiet and do not mind the cold. “The fish do the work. You just have to be there.”</p>
`,
  reading: {
    language: 'en',
    categories: ['river-and-climate'],
    claims: [
      said('The counters at Upper Tarn saw 212 salmon.', '“We counted 212”: salmon are back at Upper Tarn'),
      said(
        'A year ago they counted 61, and the year before 48.',
        'Last autumn the same crate, the same glass and much the same people produced a count of 61. The year before it was 48.',
      ),
      said(
        'The mill at Mossford stops its turbine for four hours a night in September and October.',
        'The mill at Mossford now stops its turbine for four hours each night in September and October.',
      ),
      said(
        'That costs the mill about 900 crowns a season.',
        'The mill’s owner, Sunniva Brandt, says it costs her about 900 crowns a season.',
        'Sunniva Brandt',
      ),
      said(
        'Farmers have fenced six kilometres of bank to keep cattle out of the gravel.',
        'farmers along the Lissbeck fenced six kilometres of bank, so that cattle no longer stand in the gravel where the fish lay their eggs',
      ),
      said(
        'Pupils noticed the fault in the ladder, measured it and sent the council a drawing.',
        'Pupils of Upper Tarn School noticed this two years ago, measured it for a mathematics project and sent a drawing to the council.',
      ),
      said(
        'The hollow step was rebuilt with stone last winter.',
        'The step was rebuilt last winter with eleven tonnes of stone.',
      ),
      said(
        'Nine salmon died below the weir after the spill, when most of the run had passed.',
        'Nine were found dead below the Coldstair Weir in Port Ellin last week, after the spill from the dye works. Most of this year’s fish had already passed.',
      ),
      said(
        'One large run proves little, and a biologist would like ten years of counts and an electric counter.',
        'A run can be large for one year and small for the next five. She would like the counters to go on for ten, and to have an electric counter to compare with.',
        'Ottoline Pryce',
      ),
      said(
        'An electric counter costs 14,000 crowns, of which 3,200 are in a tin.',
        'The Friends have put the price of one at 14,000 crowns and have 3,200 in a tin.',
        'the Friends of the Tarn',
      ),
      said(
        'Of this year’s 26 counters nine are over seventy.',
        'There were 26 counters this year, of whom nine are over seventy.',
      ),
      said(
        'From February volunteers walk the gravel beds to look for eggs.',
        'The next task begins in February, when volunteers walk the gravel beds in waders to look for eggs.',
      ),
      said(
        'Beginners may come if they can keep quiet and bear the cold.',
        'Beginners are welcome, Mr Dorrance said, if they can keep quiet and do not mind the cold.',
        'Wilf Dorrance',
      ),
      said(
        'One of those pupils, Amina Farouk-Hill, is thirteen now.',
        'said Amina Farouk-Hill, who is now thirteen',
      ),
    ],
    quotes: [
      spoken('Wilf Dorrance', 'I did it three times, because I did not believe the first two.'),
      spoken('Sunniva Brandt', 'I spend more on coffee'),
      spoken('Amina Farouk-Hill', 'They said children could not have got the angle right'),
      spoken('Amina Farouk-Hill', 'Then an engineer came and got the same angle.'),
      spoken('Wilf Dorrance', 'Three weeks earlier and I would have been counting nothing'),
      spoken('Wilf Dorrance', 'The fish do the work. You just have to be there.'),
    ],
  },
  commentary: {
    opinion: {
      short:
        'At Upper Tarn 212 salmon came up a ladder because a mill stopped for a few hours, farmers put up fences and a class measured a broken step. None of it was grand or expensive. It shows what patience can do for a river, and how easily a single morning’s spill below the weir might have undone it.',
      paragraphs: [
        resting(
          'Good news about rivers is rare enough that one is tempted to hang it on the wall and go home. It deserves better. What happened at Upper Tarn has causes, and they are instructive because they are ordinary. A turbine stands still for four hours a night. Cattle are kept off a bank. A hollow step is filled with stone. Nobody invented anything. Several people who did not have to change their habits changed them a little, in the same years, on the same water.',
          'c3',
          'c5',
          'c7',
        ),
        resting(
          'Consider who noticed the step. It was a class, with a project in mathematics and a reason to look. They were told that children could not have got the angle right. “Then an engineer came and got the same angle,” says one of them, who is thirteen now. The city has grown-ups enough who are paid to look at the river from an office. It should be a little ashamed, and very glad, that the people who saw the fault were the ones who came to measure something.',
          'c6',
          'c14',
          'q3',
          'q4',
        ),
        resting(
          'Consider also what it cost the mill: about 900 crowns a season. “I spend more on coffee,” its owner says, and she might have spent it on coffee all these years without anybody blaming her. We would not like to build a river’s future on the kindness of owners alone, because mills are sold. When something turns out to be this cheap and this useful, it should be written down so that it survives the person.',
          'c4',
          'q2',
        ),
        resting(
          'The shadow in the story lies downstream. Nine salmon that might have been counted were found dead below the weir. Most of the run had passed by luck, and the man on the crate knows it: “Three weeks earlier and I would have been counting nothing.” Care upriver and carelessness downriver do not average out. The fish must pass through all of it, and so the valley’s good work is worth exactly as much as the worst stretch between the weir and the sea.',
          'c8',
          'q5',
        ),
        resting(
          'Finally, the biologist’s caution ought to be welcome. One strong year proves little, and ten years of counting would prove a great deal. Those ten years hang on 26 people, nine of them over seventy, and on a tin with 3,200 crowns in it. A valley that is proud of its salmon can surely find a few more pairs of eyes and the rest of the price of a counter. To be just to the counters is to relieve them before they are too stiff to sit on the crate.',
          'c9',
          'c10',
          'c11',
        ),
      ],
    },
    action: {
      short:
        'Take a shift at the river this winter, and ask that the mill’s quiet hours and the yearly count be made to last.',
      paragraphs: [
        plain(
          'Success is a good moment to ask for things, because those who are asked can see what their effort buys. The counters need younger company, the biologist needs a second instrument, and the valley needs the mill’s quiet hours to outlast a handshake. You may choose whichever of the three suits your knees, your purse or your pen. None of them asks you to be an expert.',
        ),
        resting(
          'If you have time, give that. Volunteers walk the gravel beds in February to look for eggs, and beginners are welcome. Borrow waders before buying them. Bring somebody who is under fifty, or a child with a parent. A count that rests on the same few people each year will end with them, and what they know about light and shadow on that pane of glass is not in any book.',
          'c11',
          'c12',
          'c13',
        ),
        resting(
          'If you have a little money, the tin holds 3,200 crowns, and an electric counter costs 14,000. A note from every household in a few streets would bring the two together. So would a concert, a soup evening or a good second-hand book sale. Ask for a public account of what comes in, and ask the biologist to explain in the village hall what the machine can and cannot tell us.',
          'c9',
          'c10',
        ),
        resting(
          'If you can write, write to those who decide about the river, and thank them first. The step was rebuilt after a school sent in a drawing. That was well done. Then ask for two things: that the quiet hours at the mill be put into a simple written agreement, and that the yearly count receive a small, steady sum instead of living out of a tin.',
          'c3',
          'c6',
          'c7',
        ),
        resting(
          'If you teach, take the idea and use it. A class elsewhere in the valley could measure a culvert, a bank, or the shade over a stretch of water, and send its drawing to the council. The lesson at Upper Tarn was in mathematics. The pupils learned how to take an angle, and also that a careful measurement is hard to argue with, whoever makes it. Both will be useful to them for a long while.',
          'c6',
        ),
        resting(
          'And connect the two ends of the river. People in the upper towns have a stake in what is let go beside the weir; people in the harbour have one in the fences on the Lissbeck. Invite a counter to speak in the city, or bring a city class up to the ladder next autumn. A river whose neighbours know each other has more than one pair of eyes along the whole of its length.',
          'c5',
        ),
      ],
    },
    todo: {
      intro: 'The run is over for this year. Winter is when the valley can make sure that there is another.',
      personal: [
        {
          kind: 'volunteer',
          title: 'Walk the gravel beds in February',
          detail:
            'Put your name down with the Friends of the Tarn for a morning in waders, looking for eggs. Beginners are welcome if they can keep quiet and do not mind the cold.',
          minutes: 240,
          deadline: '',
          link: '',
        },
        {
          kind: 'thank',
          title: 'Thank the mill and the farmers',
          detail:
            'A card to the mill at Mossford, or a word to a farmer on the Lissbeck, tells them that somebody noticed. Mention the number: 212, after 61 the year before.',
          minutes: 10,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Ask somebody over seventy about the river',
          detail:
            'What used to swim in it, where did people bathe, when did it change? Write down two sentences with a name and a year, and offer them to the counters’ exercise book.',
          minutes: 30,
          deadline: '',
          link: '',
        },
      ],
      petitions: [
        {
          id: 'petition:clean-tarn',
          why: 'Salmon that climb the ladder must first swim past every outfall in the city. Open records would show what they meet there.',
        },
      ],
      officials: {
        ids: ['official:councillor-lena-vaart'],
        subject: 'Salmon at Upper Tarn: making a good year last',
        body: [
          'Good day,',
          'Volunteers at Upper Tarn have counted 212 salmon this autumn, against 61 a year ago. I should like to thank you and everyone who had a part in rebuilding the step of the fish ladder after a school pointed out the fault. It was work well done.',
          'I am writing to ask for help in making it last. The mill at Mossford stops its turbine for four hours a night in the season of the run, out of good will. Would the committee offer the mill a simple written agreement, so that the quiet hours survive a change of owner? And could the yearly count receive a small, steady sum? The counters have 3,200 crowns towards an electric counter that costs 14,000.',
          'Nine salmon died in the spill below the weir. The upper valley’s work deserves a safe passage through the city.',
          'With kind regards,\n[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'teach',
          title: 'Measure something with a class',
          detail:
            'Choose a step, pipe or bank near the school, measure it properly, and send the drawing to those who look after it. Agree beforehand what the class will do if it receives no answer.',
          minutes: 180,
          deadline: '',
          link: '',
        },
        {
          kind: 'attend',
          title: 'Hold a soup evening for the counter',
          detail:
            'A hall, two pots, a collecting tin and a volunteer with the exercise book. Show how far the 3,200 crowns have grown at the end of the evening.',
          minutes: 180,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'One large run is a gift, and ten years of counting would be knowledge. Between the two lie a few cold mornings, a modest sum of money and a river that has to be clean along its whole length.',
      short: [
        { text: 'Put your name down for the gravel beds in February.', link: '' },
        {
          text: 'Ask for a written agreement on the mill’s quiet hours.',
          link: 'official:councillor-lena-vaart',
        },
        { text: 'Sign to open the Tarn’s pollution records.', link: 'petition:clean-tarn' },
      ],
    },
  },
};
