import type { SampleArticle } from '../article.ts';
import { resting, said } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'council-watch',
  slug: 'budget-hearing-dates',
  title: 'Budget hearings: three dates, one microphone',
  author: 'Odile Marsh',
  language: 'en',
  kind: 'text',
  hoursBefore: 19,
  summary:
    'Residents may speak on the city’s next budget on three afternoons next month, for two minutes each. Two of the three hearings end before most people leave work.',
  body: `
<p>The city council will hear residents on next year’s budget three times next month: on the first Monday from two until four in the afternoon, on the second Wednesday from two until four, and on the third Saturday from ten until one. All three hearings are in the council chamber.</p>
<p>The first is about schools and libraries, the second about health and the river, the third about housing and transport, including the city’s share of the cost of the night buses. The draft budget comes to 212 million crowns.</p>
<p>There is one microphone, and each speaker has two minutes. That makes room for about 210 people in all, if nobody coughs. Last year 64 spoke. According to the clerk’s list, 51 of them were retired or came on behalf of an organisation.</p>
<p>Speakers put their names down at the clerk’s counter or by post, up to noon on the day before. Written comments of up to two pages are printed and laid before the councillors, whether or not the author comes. Anyone who needs an interpreter or a place for a wheelchair is asked to say so a week ahead.</p>
<p>A request to move one of the weekday hearings to the evening was turned down. The chamber, the clerk wrote, is heated until five.</p>
`,
  reading: {
    language: 'en',
    categories: ['city-hall'],
    claims: [
      said(
        'Residents can speak about next year’s budget three times next month.',
        'The city council will hear residents on next year’s budget three times next month',
      ),
      said(
        'Two hearings run from two until four on a Monday and a Wednesday, the third on a Saturday from ten until one.',
        'on the first Monday from two until four in the afternoon, on the second Wednesday from two until four, and on the third Saturday from ten until one',
      ),
      said(
        'Each hearing has its subjects: schools and libraries, then health and the river, then housing and transport with the night buses.',
        'The first is about schools and libraries, the second about health and the river, the third about housing and transport, including the city’s share of the cost of the night buses.',
      ),
      said('The draft budget is 212 million crowns.', 'The draft budget comes to 212 million crowns.'),
      said(
        'Speakers share one microphone and have two minutes each.',
        'There is one microphone, and each speaker has two minutes.',
      ),
      said('About 210 people can speak in all.', 'That makes room for about 210 people in all'),
      said(
        'Of 64 speakers last year, 51 were retired or came for an organisation.',
        'Last year 64 spoke. According to the clerk’s list, 51 of them were retired or came on behalf of an organisation.',
        'the clerk’s list',
      ),
      said(
        'Names are taken at the clerk’s counter or by post until noon on the day before.',
        'Speakers put their names down at the clerk’s counter or by post, up to noon on the day before.',
      ),
      said(
        'Comments of up to two pages are printed for the councillors even if their author stays away.',
        'Written comments of up to two pages are printed and laid before the councillors, whether or not the author comes.',
      ),
      said(
        'Whoever needs an interpreter or a place for a wheelchair should say so a week before.',
        'Anyone who needs an interpreter or a place for a wheelchair is asked to say so a week ahead.',
      ),
      said(
        'The city refused to move a weekday hearing to the evening.',
        'A request to move one of the weekday hearings to the evening was turned down.',
      ),
      said(
        'The clerk’s reason was that the chamber is heated until five.',
        'The chamber, the clerk wrote, is heated until five.',
        'the clerk',
      ),
    ],
    quotes: [],
  },
  commentary: {
    opinion: {
      short:
        'The city asks what people think of 212 million crowns, and then asks it at two in the afternoon. The result is known beforehand: last year 51 of 64 speakers were retired or sent by an organisation. A hearing is for those whom the budget will touch. Heat the chamber for an evening, and more of them will come.',
      paragraphs: [
        resting(
          'A public hearing is one of the oldest courtesies a city owes its people. Before their money is spent, they are asked. Port Ellin asks three times, prints what people write, offers interpreters and keeps places for wheelchairs. All this is good, and not every city does it. Nor do we doubt the good will of those who keep the list. Our complaint is about a clock, and a clock is an easy thing to mend if anybody would like to mend it.',
          'c1',
          'c9',
          'c10',
        ),
        resting(
          'Two of the three hearings run from two until four on a working day. In those hours a docker is on the quay, a nurse is on the ward, a teacher is in front of a class, and a parent is on the way to the school gate. The hearing about schools takes place while the schools are open. The hearing about health takes place in the middle of a shift. Those who know most about the subject on the table are kept from the table by the subject itself.',
          'c2',
          'c3',
        ),
        resting(
          'Last year’s list shows the result. Of 64 speakers, 51 were retired or came on behalf of an organisation. They have every right to be heard, and many of them speak for people who cannot come. Yet a council that listens mostly to the retired and the organised will, without any ill will, come to think that the city is retired and organised. Young families, night workers and newcomers become a paragraph in somebody else’s two minutes.',
          'c7',
        ),
        resting(
          'The reason given for refusing an evening is that the chamber “is heated until five”. We can imagine the rule behind it, and winters are expensive. Still, set it beside the sum. Two hours of heating, against 212 million crowns to be divided. Residents own coats. Schools have halls that are warm in the evening, and so have unions and congregations. If the room is the obstacle, one could change the room, and if it is the rule, one could change the rule.',
          'c11',
          'c12',
          'c4',
        ),
        resting(
          'Justice here is modest. At least one hearing on each subject should fall outside ordinary working hours, and at least one in the year outside the city hall. The two-minute limit is fair, since it treats everyone alike. But two minutes are worth something only to a person who can be there. Until that changes, the written comment is the open door, and the rest of us should see to it that people who work at two in the afternoon know that it exists.',
          'c5',
          'c9',
        ),
      ],
    },
    action: {
      short:
        'Put your name down or send two pages, help someone who works at two to be heard, and ask for an evening hearing.',
      paragraphs: [
        resting(
          'Choose one line of the budget that you know from your own life: a library you use, a bus you ride, a stretch of river, a stairwell. You need no opinion on 212 million crowns. A councillor hears many general speeches and remembers the person who said what happens at a certain stop at a certain hour. Your knowledge is small and exact, and that is its strength.',
          'c4',
        ),
        resting(
          'If you are free at two, put your name down at the clerk’s counter, up to noon on the day before. Two minutes are shorter than they sound. Write out what you mean to say, read it aloud to somebody in the kitchen, and cut what they did not understand. End with the one thing you ask for. If you need an interpreter or a place for a wheelchair, say so a week ahead.',
          'c5',
          'c8',
          'c10',
        ),
        resting(
          'If you are not free, write. Two pages are printed and laid before the councillors, whether you come or not. This is not a lesser form of speaking; a page can be read twice. Put your street and your subject at the top, leave out the greetings, and mention in a line that you would have come to an evening hearing. If many pages carry that line, it becomes a figure.',
          'c9',
        ),
        resting(
          'Lend your two minutes. Those who are retired, or free for other reasons, can ask a neighbour on the late shift what they would say, and say it in their name. Begin with where the words come from: a nurse on your stairs, a baker across the road. Last year’s list was made of people who had the time. Time can be shared like anything else.',
          'c7',
        ),
        resting(
          'The Saturday hearing deserves a full room. It is about housing and transport, including the city’s share of the cost of the night buses, and at three hours it is the longest of them. Go with friends, bring something to eat, and look after the children of those who are waiting for their turn. A full Saturday is the best argument for an evening.',
          'c2',
          'c3',
        ),
        resting(
          'And ask for the evening itself, calmly, for next year. Offer something with it: a school hall, a union room, a church with its heating on. A request that comes with a warm room answers the only reason that was given. If your organisation has such a room, let it write to the mayor now, well before the next calendar is drawn up.',
          'c12',
        ),
      ],
    },
    todo: {
      intro:
        'Three hearings, about 210 places to speak and an unlimited number of printed pages. Take one of them.',
      personal: [
        {
          kind: 'attend',
          title: 'Put your name down for a hearing',
          detail:
            'First Monday for schools and libraries, second Wednesday for health and the river, third Saturday for housing and transport. Names are taken at the clerk’s counter or by post, up to noon on the day before.',
          minutes: 150,
          deadline: '',
          link: '',
        },
        {
          kind: 'write',
          title: 'Send two pages instead',
          detail:
            'Written comments are printed for the councillors even if you cannot come. One subject, one request, and a line on the hour at which you could have attended.',
          minutes: 45,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Ask someone who works at two what they would say',
          detail:
            'Write it down in their words and read it back to them. Then bring it to the microphone yourself, or help them to post it.',
          minutes: 30,
          deadline: '',
          link: '',
        },
      ],
      petitions: [
        {
          id: 'petition:night-bus',
          why: 'The Saturday hearing covers the city’s share of the cost of the night buses. Signatures show who needs them and cannot wait at a microphone.',
        },
      ],
      officials: {
        ids: ['official:mayor-ida-quill'],
        subject: 'One budget hearing in the evening, please',
        body: [
          'Good day,',
          'I am glad that the city hears residents before it decides on the budget, and that written comments are printed for every councillor. I am writing about the hours.',
          'Two of the three hearings next month take place from two until four on a working day. The one about schools is held while schools are open, and the one about health in the middle of most shifts. Last year 51 of the 64 speakers were retired or came for an organisation. I would like the others to be heard as well.',
          'I understand that the chamber is heated only until five. Would you let one weekday hearing be held in the evening in another public room, such as a school hall, if not this year then next? I know of people who would come, and I would help to find the room.',
          'Could you let me have your answer before the next calendar is fixed?',
          'With kind regards,\n[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'teach',
          title: 'Hold a two-minute evening',
          detail:
            'Invite people to practise their two minutes in a warm room with a kitchen timer. Somebody who spoke last year can explain where to stand and how the list is called.',
          minutes: 90,
          deadline: '',
          link: '',
        },
        {
          kind: 'volunteer',
          title: 'Mind the children on Saturday',
          detail:
            'Two or three people with crayons near the chamber would let parents wait for their turn. Ask the clerk beforehand where you may sit.',
          minutes: 180,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'The budget will be decided with or without us. Two minutes, or two pages, are what each of us is given; together they can make a long and useful afternoon, and next year perhaps an evening.',
      short: [
        { text: 'Put your name down for a hearing, or send two pages.', link: '' },
        { text: 'Carry the words of someone who works at two o’clock.', link: '' },
        { text: 'Ask the mayor for one hearing in the evening.', link: 'official:mayor-ida-quill' },
      ],
    },
  },
};
