import type { SampleArticle } from '../article.ts';
import { resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'river-post',
  slug: 'school-library-closes',
  title: 'Library closes at Tollgate School; pupils keep the keys',
  author: 'Maren Castellane',
  language: 'en',
  kind: 'text',
  hoursBefore: 16,
  summary:
    'The librarian’s post at Tollgate School was cut in October. Nineteen pupils asked for the keys, and now run the library at lunch, until somebody tells them to stop.',
  body: `
<p>The sign on the door says that the library of Tollgate School is closed until further notice. Below it hangs a second sheet, in purple felt pen: “Open 12.10 to 12.50. Please wipe your feet.”</p>
<p>The first notice comes from the school. The second was written by Nadia Fenwick-Amari, who is twelve and, since the end of October, one of nineteen pupils who hold the keys.</p>
<p>The post of librarian, half a salary for twenty hours a week, was struck from the school’s budget this autumn, when a boiler had to be replaced. Hester Quillon, who had filled it for fourteen years, was moved to the attendance office. Of the city’s 31 schools, nine now have a library without a librarian. In four of them the room has become a classroom.</p>
<h2>A bunch of keys</h2>
<p>It was the caretaker, Jonah Prew, who had the keys on the first Monday. A group of pupils came to ask him for them. He said no. They came back on Tuesday with a list of names, a timetable and a paragraph headed What We Will Do If Somebody Is Sick. “It was better than most rotas I get from adults,” Mr Prew said. He sent them to the head teacher, who gave them a month’s trial.</p>
<p>They have kept to it. Every day two pupils lend and two tidy, and one of the older ones reads aloud to the first-year classes on Fridays. Mrs Quillon, in her lunch break, looks in. In the four weeks so far they have lent 612 books, about a hundred more than in the same weeks of last year. Three are missing.</p>
<p>“Some people come because it is warm,” Nadia said. “That is allowed. You can be warm and then see a book.”</p>
<h2>What they cannot do</h2>
<p>The pupils are the first to say what does not work. They may not order books, because that takes a signature. They cannot help the eleven children who used to come to Mrs Quillon every morning before lessons to practise reading, most of whom speak another language at home. And the library is now shut after lessons, when some forty children used to sit there until a parent finished work.</p>
<blockquote><p>“They are doing my job at lunch, and doing it well,” Mrs Quillon said. “Nobody is doing it at eight in the morning.”</p></blockquote>
<p>Where the forty have gone is not recorded. A few sit on the stairs by the gymnasium, others in the shopping arcade at Saltmarket. Two brothers in the third year told us that they ride the number 6 tram to the terminus and back, because it has heating and their sister can find them there.</p>
<h2>Thirty-four thousand crowns</h2>
<p>Noor Hale, the Superintendent of Schools, said she admired the pupils and regretted the cut. Schools decide for themselves how to spend what they are given, she pointed out, and Tollgate had to choose between a librarian and a boiler. “No head should have to make that choice, and I gave her no way round it,” she said. She would ask for a fund for librarians, separate from repairs, in the coming budget. The post at Tollgate costs 34,000 crowns a year; posts for all nine schools would cost about 300,000.</p>
<p>The month’s trial ends next week. The head teacher, Cordelia Banks, said she expects to extend it, but does not want it to become a reason to leave things as they are. “If children do an adult’s work for nothing, and do it cheerfully, somebody will call it a solution,” she said.</p>
<p>The nineteen have written to her too. They ask to keep the keys until there is a librarian again, and to be allowed to help when there is. The letter ends with a request for a second wiping mat.</p>
`,
  reading: {
    language: 'en',
    categories: ['schools', 'culture'],
    claims: [
      said(
        'The librarian’s post was cut this autumn, when the school had to replace a boiler.',
        'The post of librarian, half a salary for twenty hours a week, was struck from the school’s budget this autumn, when a boiler had to be replaced.',
      ),
      said(
        'Nine of the city’s 31 schools have a library without a librarian, and in four the room is a classroom.',
        'Of the city’s 31 schools, nine now have a library without a librarian. In four of them the room has become a classroom.',
      ),
      said(
        'Nineteen pupils have held the keys since the end of October.',
        'since the end of October, one of nineteen pupils who hold the keys',
      ),
      said(
        'The pupils brought a list of names, a timetable and a plan for when somebody is sick.',
        'They came back on Tuesday with a list of names, a timetable and a paragraph headed What We Will Do If Somebody Is Sick.',
      ),
      said(
        'In four weeks they lent 612 books, about a hundred more than last year, and lost three.',
        'In the four weeks so far they have lent 612 books, about a hundred more than in the same weeks of last year. Three are missing.',
      ),
      said('The pupils cannot order books.', 'They may not order books, because that takes a signature.'),
      said(
        'They cannot help the eleven children who practised reading before lessons, most of whom speak another language at home.',
        'They cannot help the eleven children who used to come to Mrs Quillon every morning before lessons to practise reading, most of whom speak another language at home.',
      ),
      said(
        'After lessons the library is shut to some forty children who used to wait there for a parent.',
        'the library is now shut after lessons, when some forty children used to sit there until a parent finished work',
      ),
      said(
        'Nobody has recorded where they went; some sit on stairs and others in an arcade.',
        'Where the forty have gone is not recorded. A few sit on the stairs by the gymnasium, others in the shopping arcade at Saltmarket.',
      ),
      said(
        'Two brothers ride the tram to the terminus and back because it is heated.',
        'Two brothers in the third year told us that they ride the number 6 tram to the terminus and back, because it has heating and their sister can find them there.',
      ),
      said(
        'The superintendent will ask for a fund for librarians in the coming budget, apart from repairs.',
        'She would ask for a fund for librarians, separate from repairs, in the coming budget.',
        'Noor Hale',
      ),
      said(
        'The post costs 34,000 crowns a year, and posts for all nine schools about 300,000.',
        'The post at Tollgate costs 34,000 crowns a year; posts for all nine schools would cost about 300,000.',
      ),
      said(
        'The trial ends next week, and the head teacher expects to extend it.',
        'The month’s trial ends next week. The head teacher, Cordelia Banks, said she expects to extend it',
        'Cordelia Banks',
      ),
      said(
        'The pupils ask to keep the keys until there is a librarian, to help afterwards, and for a second mat.',
        'They ask to keep the keys until there is a librarian again, and to be allowed to help when there is. The letter ends with a request for a second wiping mat.',
      ),
    ],
    quotes: [
      spoken('Jonah Prew', 'It was better than most rotas I get from adults'),
      spoken('Nadia Fenwick-Amari', 'Some people come because it is warm'),
      spoken('Nadia Fenwick-Amari', 'That is allowed. You can be warm and then see a book.'),
      spoken('Hester Quillon', 'Nobody is doing it at eight in the morning.'),
      spoken('Noor Hale', 'No head should have to make that choice, and I gave her no way round it'),
      spoken(
        'Cordelia Banks',
        'If children do an adult’s work for nothing, and do it cheerfully, somebody will call it a solution',
      ),
    ],
  },
  commentary: {
    opinion: {
      short:
        'Nineteen children have kept a library alive at lunch, and they deserve every bit of praise. Praise is also the cheapest thing a city can give them. Eleven early readers and forty children who wait for a parent have lost a place that no pupil can restore. The keys are in good hands. The morning and the afternoon are still empty.',
      paragraphs: [
        resting(
          'It is impossible not to be cheered by the purple felt pen. A list of names, a timetable, a paragraph on what to do when somebody is sick: there are public bodies that could learn from it. The pupils of Tollgate have lent more books than were lent last year, lost three, and let people in who only wanted to be warm. “That is allowed”, says one of them. “You can be warm and then see a book.” No official strategy for reading has put it better.',
          'c4',
          'c5',
          'q2',
          'q3',
        ),
        resting(
          'For that very reason one should listen when the same children say what they cannot do. They cannot sign an order. They cannot sit at eight in the morning beside a child who is learning to read in a second language. They cannot keep the room open until a mother’s shift is over. Their head teacher has seen the danger: “If children do an adult’s work for nothing, and do it cheerfully, somebody will call it a solution”. Admiration can be a way of not paying.',
          'c6',
          'c7',
          'c8',
          'q4',
          'q6',
        ),
        resting(
          'Those who are left out here are easily counted, and hard to find. Eleven children practised reading in the mornings, and most of them speak another language at home. About forty stayed after lessons. No one has written down where they went: some to a staircase, some to an arcade, two to a tram that they ride to the terminus and back because it has heating. When a library closes, it is not the children with a desk and a bookshelf at home who end up on the tram.',
          'c7',
          'c8',
          'c9',
          'c10',
        ),
        resting(
          'We do not blame the head. A boiler is not a luxury with the winter ahead, and she was given one purse for warmth and words. The superintendent says as much, and with rare honesty: “No head should have to make that choice, and I gave her no way round it”. A way round it has a price. Librarians for the nine schools would cost about 300,000 crowns a year. That is a lot beside a school’s purse and rather little beside the budget of a city.',
          'c1',
          'c12',
          'q5',
        ),
        resting(
          'A just arrangement would take both halves of this story seriously. A fund for librarians, kept apart from repairs, so that no school has to burn its books to heat the building. And a place for the nineteen in whatever comes next, as they have asked. They have shown that a library is something one can be trusted with. An adult in the room and pupils at the desk would give Tollgate more than it had before the cut, and they should have their second mat.',
          'c3',
          'c11',
          'c14',
        ),
      ],
    },
    action: {
      short:
        'Support a separate fund for school librarians, and help to fill the mornings and afternoons until there is one.',
      paragraphs: [
        resting(
          'There is something to ask for and something to do. What to ask for is a fund for librarians in the coming budget, kept apart from repairs. The superintendent has said that she will ask for it herself. Requests of that kind are made every year and most of them die quietly, between one draft and the next. This one will live longer if it arrives together with letters from parents, pupils and readers.',
          'c11',
        ),
        resting(
          'What to do is to look after the hours the pupils cannot cover. A retired teacher, a patient student or a grandmother with two languages could sit with early readers before lessons. That needs the school’s consent and its usual checks, so begin with a letter to the head, and do not simply turn up. Promise little and keep it. One morning a week for a whole year is worth more than five mornings until you are tired.',
          'c7',
          'q4',
        ),
        resting(
          'After lessons it is warmth and a grown-up that are missing. A parish room, a union hall or the back of a café could offer a table until the parents finish work, with the school’s knowledge. Ask the children first what they need. Some will want quiet, some will want toast, and a few would rather go on riding the tram. Then tell the parents plainly who is there and until when.',
          'c8',
          'c10',
        ),
        resting(
          'Find out how things stand elsewhere. Nine of the city’s 31 schools have a library without a librarian, and in four the room is now a classroom. If you have a child in one of the others, ask whether the post is safe next year. If your school is one of the nine, get in touch with the families at Tollgate. Nine schools that ask for the same thing are a good deal harder to overlook than one.',
          'c2',
        ),
        resting(
          'Give books only if they are wanted. Pupils who run a library have no time to sort boxes from other people’s attics. Ask for a list, choose one title, and buy it new at a shop in town, with the name of the library inside the cover. Ask as well about the small things, since the children have already named one: somebody could bring them a mat this week.',
          'c14',
        ),
        resting(
          'And speak of the nineteen in the right way. Thank them, and say in the same breath that they should not have had to. When you meet a councillor who is charmed by the story, as everyone is, agree, and then ask about the morning readers and the forty who waited. The pupils have asked to keep the keys until there is a librarian again. Help them to be able to hand them over.',
          'c3',
          'c7',
          'c8',
          'c14',
        ),
      ],
    },
    todo: {
      intro:
        'The trial ends next week and the budget is still open. A little help in the right hour will go a long way.',
      personal: [
        {
          kind: 'thank',
          title: 'Write the pupils a proper letter',
          detail:
            'On paper, to the library of Tollgate School. Say what you liked, name a book that mattered to you at their age, and tell them that you have asked for a librarian too.',
          minutes: 20,
          deadline: '',
          link: '',
        },
        {
          kind: 'volunteer',
          title: 'Offer one morning a week',
          detail:
            'Ask the head teacher whether you could practise reading with a child before lessons. Mention any other language you speak, and expect the school’s usual checks before you begin.',
          minutes: 60,
          deadline: '',
          link: '',
        },
        {
          kind: 'learn',
          title: 'Ask who runs the library at your school',
          detail:
            'Is there a librarian, for how many hours, and is the post in next year’s budget? Write down the answer and the date. If nobody knows, that is an answer as well.',
          minutes: 20,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Find out where the children wait',
          detail:
            'Ask a parent who works late where their children spend the hours after lessons. Do it kindly, as a neighbour with a kitchen table and not as an inspector.',
          minutes: 20,
          deadline: '',
          link: '',
        },
      ],
      petitions: [],
      officials: {
        ids: ['official:superintendent-noor-hale'],
        subject: 'A fund for school librarians, apart from repairs',
        body: [
          'Good day,',
          'I have read about the pupils of Tollgate School who keep their library open at lunch since the librarian’s post was cut. In four weeks they lent 612 books. I admire them, and I do not think that they should be the whole answer.',
          'They cannot help the eleven children who used to practise reading before lessons, and they cannot keep the room open for the forty who waited there until a parent finished work. Nine schools in the city are in the same position.',
          'I was glad to read that you intend to ask for a fund for librarians, separate from repairs. I am writing to support it. Would you say publicly what sum you have asked for, and tell families how they can speak for it at the right moment? I also ask that schools record where children go when a library closes.',
          'Please keep a place for the pupils in whatever comes next. They have earned it.',
          'With kind regards,\n[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Open a warm table after lessons',
          detail:
            'With the school’s agreement, use a parish room, hall or café corner until the parents finish work. Two adults, tea, toast and a shelf of borrowed books are enough to begin.',
          minutes: 150,
          deadline: '',
          link: '',
        },
        {
          kind: 'share',
          title: 'Bring the nine schools together',
          detail:
            'Ask each parents’ association among the nine for one name, meet once, and agree on a single sentence to send before the budget is settled.',
          minutes: 90,
          deadline: '',
          link: '',
        },
        {
          kind: 'teach',
          title: 'Let the pupils explain their rota',
          detail:
            'Invite two of the key holders to show another school how they do it, with their paragraph on what happens when somebody is sick. Arrange it through their teacher, in school hours.',
          minutes: 60,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'The door is open at lunch because nineteen children asked for a bunch of keys. The remaining hours of the day are for the adults of the city to open. It would cost 34,000 crowns a year, some mornings and a mat.',
      short: [
        {
          text: 'Write to support a separate fund for school librarians.',
          link: 'official:superintendent-noor-hale',
        },
        { text: 'Offer Tollgate School one morning a week for early readers.', link: '' },
        { text: 'Ask whether your own school’s librarian is in next year’s budget.', link: '' },
      ],
    },
  },
};
