import type { SampleArticle } from '../article.ts';
import { plain, resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'river-post',
  slug: 'empty-homes-count',
  title: 'One home in fourteen stands empty, count finds',
  author: 'Jonas Pellerin',
  language: 'en',
  kind: 'text',
  hoursBefore: 13,
  summary:
    'Water meters and sixty volunteers found 1,940 unused homes in Port Ellin. The waiting list for a city flat has 1,260 households on it.',
  body: `
<p>Of the 27,200 homes in Port Ellin, 1,940 are empty, according to the first count that anybody has made. That is one in fourteen.</p>
<p>The count began with water. The waterworks agreed to say, street by street and without names, how many meters had turned by less than one cubic metre in six months. Sixty volunteers, most of them students of the surveying college, then walked those streets on four Sundays. They looked for post in the hall, curtains, footprints, a bell with a name on it, and they asked next door.</p>
<p>“A home can look dead and be someone’s whole life,” said Vera Castellan, who led the count. “We found a man of ninety who washes at his daughter’s. We struck him off the list, and he gave us plums.”</p>
<h2>Why they are empty</h2>
<p>In most cases the neighbours, the owner or the city’s own files gave a reason:</p>
<ul>
<li>610 homes wait for repairs, some since the flood;</li>
<li>480 are second homes, used for a few weeks of the year;</li>
<li>350 belong to heirs who have not agreed, or have not been found;</li>
<li>for 500, no reason could be established.</li>
</ul>
<p>The largest single owner is the city. It holds 137 of the homes that wait for repairs. The housing office confirmed the figure and said that 24 would be let within the year. For the others there was “at present no allocation of funds”.</p>
<p>The waiting list for a city flat has 1,260 households on it. The usual wait is six years.</p>
<h2>What can be done with a number</h2>
<p>Ms Castellan warns against setting one figure against the other. Many of the empty homes are damp, or are in the wrong place, or are one room over a noisy bar. Her group estimates that about 700 could be lived in within a year, if somebody paid on average 9,000 crowns for each.</p>
<p>Upper Tarn did something of the kind after its tannery closed. The town lends owners the cost of repair without interest, and in return lets the home for eight years to people on its list. It has brought 83 homes back into use in six years. Two owners have defaulted.</p>
<p>Ida Quill, the mayor of Port Ellin, called the count “a service to the city” and said that she would ask the housing office for a report before the budget is settled. She made no promise about the 137.</p>
<p>Dario Munt has been on the list for four years. He lives with his wife and two sons in one room and a kitchen on Cooper’s Row. Across the landing is a flat with three rooms. It belongs to the city, and it has been empty since the boys were born. “We water the plant on its windowsill,” he said. “I don’t know whose it is. It seemed wrong to let it die.”</p>
`,
  reading: {
    language: 'en',
    categories: ['housing'],
    claims: [
      said(
        'The first count of its kind finds 1,940 of Port Ellin’s 27,200 homes empty.',
        'Of the 27,200 homes in Port Ellin, 1,940 are empty, according to the first count that anybody has made.',
      ),
      said(
        'Water meters showed where to look, and sixty volunteers walked those streets on four Sundays.',
        'how many meters had turned by less than one cubic metre in six months. Sixty volunteers, most of them students of the surveying college, then walked those streets on four Sundays.',
      ),
      said(
        'Second homes that are used for a few weeks of the year make up 480 of the empty ones.',
        '480 are second homes, used for a few weeks of the year',
      ),
      said(
        'Heirs who have not agreed or have not been found own 350.',
        '350 belong to heirs who have not agreed, or have not been found',
      ),
      said('For 500 homes nobody could find a reason.', 'for 500, no reason could be established'),
      said(
        'The city itself owns 137 of the homes that wait for repairs, more than anyone else.',
        'The largest single owner is the city. It holds 137 of the homes that wait for repairs.',
      ),
      said(
        'The city will let 24 of its homes within the year and has no money set aside for the others.',
        'The housing office confirmed the figure and said that 24 would be let within the year. For the others there was “at present no allocation of funds”.',
        'the housing office',
      ),
      said(
        'On the waiting list for a city flat stand 1,260 households, and six years is the usual wait.',
        'The waiting list for a city flat has 1,260 households on it. The usual wait is six years.',
      ),
      said(
        'Many of the empty homes are damp, badly placed or a single room over a noisy bar.',
        'Many of the empty homes are damp, or are in the wrong place, or are one room over a noisy bar.',
      ),
      said(
        'About 700 could be lived in within a year for 9,000 crowns each on average.',
        'about 700 could be lived in within a year, if somebody paid on average 9,000 crowns for each',
        'Vera Castellan’s group',
      ),
      said(
        'Upper Tarn lends owners the cost of repair and lets the home to people on its list.',
        'Upper Tarn did something of the kind after its tannery closed. The town lends owners the cost of repair without interest, and in return lets the home for eight years to people on its list.',
      ),
      said(
        'That brought 83 homes back into use, and two owners defaulted.',
        'It has brought 83 homes back into use in six years. Two owners have defaulted.',
      ),
      said(
        'The mayor will ask for a report before the budget is settled, and promised nothing about the 137.',
        'said that she would ask the housing office for a report before the budget is settled. She made no promise about the 137.',
        'Ida Quill',
      ),
      said(
        'Dario Munt has waited four years and lives with his family in one room and a kitchen.',
        'Dario Munt has been on the list for four years. He lives with his wife and two sons in one room and a kitchen on Cooper’s Row.',
      ),
      said(
        'Across from him three rooms that belong to the city stand empty.',
        'Across the landing is a flat with three rooms. It belongs to the city, and it has been empty since the boys were born.',
      ),
    ],
    quotes: [
      spoken('Vera Castellan', 'A home can look dead and be someone’s whole life'),
      spoken(
        'Vera Castellan',
        'We found a man of ninety who washes at his daughter’s. We struck him off the list, and he gave us plums.',
      ),
      spoken('the housing office', 'at present no allocation of funds'),
      spoken('Ida Quill', 'a service to the city'),
      spoken('Dario Munt', 'We water the plant on its windowsill'),
      spoken('Dario Munt', 'I don’t know whose it is. It seemed wrong to let it die.'),
    ],
  },
  commentary: {
    opinion: {
      short:
        'Sixty volunteers have told Port Ellin what it never asked: 1,940 homes are empty, and the city itself holds 137 of them. Not all can be lived in, and the count says so honestly. But about 700 could, and Upper Tarn has shown one way. The city should start with its own front doors before it lectures anybody else.',
      paragraphs: [
        resting(
          'For years the talk about housing in Port Ellin has been carried on without its most basic number. Now there is one. Of 27,200 homes, 1,940 stand empty, and the people who found this out did so with water meters, four Sundays and good manners. They asked next door. They struck off the old man who washes at his daughter’s. Their leader put the rule of their work into a sentence: “A home can look dead and be someone’s whole life”. Official statistics are seldom so careful.',
          'c1',
          'c2',
          'q1',
          'q2',
        ),
        resting(
          'The number is easy to misuse, and they say that as well. Some of these homes are damp, some are in the wrong place, and a family with two boys cannot live in one room over a noisy bar, or not well. It would be false to subtract 1,260 households from 1,940 homes and call the matter solved. What the count does show is that about 700 could be lived in within a year for 9,000 crowns each on average. That is a task with edges.',
          'c1',
          'c8',
          'c9',
          'c10',
        ),
        resting(
          'The reasons matter, because each asks for a different remedy and a different tone. Heirs who cannot agree need a mediator more than a fine. Owners of a flooded flat need a loan. Second homes are a question of what a city may ask of people who use it for a few weeks of the year. And 500 homes have no known reason at all, which is the most troubling line on the list, since nobody can be persuaded before he has been found.',
          'c3',
          'c4',
          'c5',
        ),
        resting(
          'Then there is the city. It owns 137 of the homes that wait for repairs, more than any other owner, and for most of them there is “at present no allocation of funds”. A city hall that leaves its own doors shut is poorly placed to knock on other people’s. The count puts the average repair at 9,000 crowns. For all of the city’s homes together that is a great deal of money. It is also a known sum for a known number of families.',
          'c6',
          'c7',
          'c10',
          'q3',
        ),
        resting(
          'Fairness here should be measured from the landing on Cooper’s Row. Dario Munt’s family has waited four years and lives in one room and a kitchen, opposite three empty rooms that belong to the public. Nobody need jump a queue for that to be absurd. They water the plant. A just order would be: the city’s own homes first, with dates; next a loan like the one in Upper Tarn, where two owners have defaulted and 83 homes have lights on; and after that, once the reasons are known, firmer measures for those who simply will not say.',
          'c11',
          'c12',
          'c14',
          'c15',
          'q5',
        ),
      ],
    },
    action: {
      short:
        'Ask the mayor for a date for each of the city’s 137 homes before the budget is settled, and help the count to find a reason for the 500 that have none.',
      paragraphs: [
        resting(
          'The useful moment is now, because the mayor has said that she will ask for a report before the budget is settled. A report can be broad or it can be exact. Ask for the exact kind: one line for each of the 137 homes that the city owns, with what is wrong, what it would cost, and when somebody will live there.',
          'c6',
          'c13',
        ),
        resting(
          'Ask next for a small loan scheme on the pattern of Upper Tarn. The town lends without interest and lets the home for eight years to people on its list. A trial with a handful of homes would cost little at the average given in the count, and most of it should come back. Councils like trials, and this one has a neighbour to learn from.',
          'c10',
          'c11',
          'c12',
        ),
        resting(
          'You may know something that the volunteers do not. There are 500 homes without a reason, and behind some of them may be a niece abroad or a family that stopped speaking. If you know such a house, talk first to the people concerned. Offer to make a telephone call, or to sit with them while they write to the other heirs.',
          'c5',
        ),
        plain(
          'If you own an empty home, you need not wait to be asked. Have one builder say in writing what it would take. Set that against a year of rent, and tell the housing office that you would consider a loan if there were one. A few owners who say so would turn an idea into a list of applicants.',
        ),
        plain(
          'Treat the count with the same care as the people who made it. Do not publish addresses, photograph doors or guess aloud about neighbours. A house may look unused because somebody is ill or poor or private. The worth of this work lies in its being trusted by the streets in which it was done.',
        ),
        resting(
          'If you are on the list, check that your file is right. Six years is long enough for a family to grow, a job to move and a form to go missing. Ask the housing office to confirm your place and your needs in writing. Others at the same counter will have the same question, so go together if you can.',
          'c8',
        ),
      ],
    },
    todo: {
      intro:
        'The report that the mayor has announced will come before the budget. These steps are meant to make it exact, and to give the next count a better start.',
      personal: [
        {
          kind: 'learn',
          title: 'Look at your own street for a week',
          detail:
            'Notice which windows are never lit and which bells have no name. Keep it to yourself. If you are fairly sure, ask a neighbour what happened there. The answer is usually a story, and sometimes one that can be helped.',
          minutes: 30,
          deadline: '',
          link: '',
        },
        {
          kind: 'call',
          title: 'Ask the housing office about one city flat',
          detail:
            'If you know of a home that belongs to the city and stands empty, ask what is wrong with it, what the repair would cost and when it will be let. Note the day and the answer, and ask again in a month.',
          minutes: 15,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Help one family to settle one inheritance',
          detail:
            '350 homes belong to heirs who have not agreed or have not been found. If this is your family, suggest a first step small enough to accept: a letter to all, a key in one place, a builder’s estimate shared by everyone.',
          minutes: 60,
          deadline: '',
          link: '',
        },
      ],
      petitions: [],
      officials: {
        ids: ['official:mayor-ida-quill'],
        subject: 'A date for each of the city’s 137 empty homes',
        body: [
          'To the office that receives this letter,',
          'The count of empty homes in Port Ellin has found 1,940, of which the city owns 137. The housing office says that 24 of these will be let within the year and that there is no money allocated for the others. The waiting list has 1,260 households on it, and the usual wait is six years.',
          'You have said that you will ask for a report before the budget is settled. I ask that it contain one line for each of the 137 homes: what is wrong, what the repair will cost, and when a household will move in. I ask too that it examine the loan by which Upper Tarn has brought 83 homes back into use, and propose a small trial here.',
          'The volunteers have done their part on four Sundays. I hope that the city will begin with its own doors.',
          'Please tell me when the report will be published.',
          'Yours faithfully,',
          '[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Offer a trade to one home that waits for repairs',
          detail:
            'Plasterers, electricians and people with a van could agree with the housing office on a single flat and a single weekend. One finished home with a family in it is a better argument than any estimate.',
          minutes: 960,
          deadline: '',
          link: '',
        },
        {
          kind: 'teach',
          title: 'Repeat the count in your own town',
          detail:
            'The method travels: anonymous meter readings by street, then a walk with polite questions. Ask the volunteers to show a school or a club up the valley how they did it, and what they struck off.',
          minutes: 120,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'A number does not house anybody. It does end the comfortable habit of not knowing. The plant on the windowsill on Cooper’s Row has been kept alive by the people across the landing; the least that the city can do is say when somebody may open the door.',
      short: [
        { text: 'Ask the mayor for a date for each of the 137 homes.', link: 'official:mayor-ida-quill' },
        { text: 'Ask the housing office about one empty city flat you know.', link: '' },
        { text: 'Help one family to agree on an inherited house.', link: '' },
      ],
    },
  },
};
