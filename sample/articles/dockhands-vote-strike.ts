import type { SampleArticle } from '../article.ts';
import { plain, resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'valley-wire',
  slug: 'dockhands-vote-strike',
  title: 'Dockhands’ Union votes 81% for a one-day stoppage',
  author: 'Valley Wire staff',
  language: 'en',
  kind: 'text',
  hoursBefore: 8,
  summary:
    'Members of Local 9 voted by 334 to 78 to stop work for a day over the night allowance and the planned end of two night bus routes.',
  body: `
<p>PORT ELLIN (Valley Wire) – Dockworkers in Port Ellin have voted to stop work for 24 hours over night pay and the planned end of two night bus routes, their union said on Friday.</p>
<p>Members of the Dockhands’ Union Local 9 backed the stoppage by 334 votes to 78, or 81 per cent of the votes cast. The union has 530 members at the port; 412 voted.</p>
<p>Work would stop at six in the morning on the day of the Harbour Transit Board’s next meeting, at which the board is to vote on ending routes N2 and N5 after half past midnight. Local 9 said that crews would keep handling medical supplies, livestock and any ship in distress.</p>
<p>“Nobody here wants to lose a day’s wages,” said Rosa Dunmore, the union’s secretary. “They are about to lose more than that, twenty crowns at a time, in taxis.”</p>
<p>The union has two demands of the Ellin Harbour Company, the largest employer at the port. It wants the night allowance, which has stood at 1.20 crowns an hour for nine years, raised to 2 crowns. And it wants the company to guarantee transport for any shift that ends between midnight and five, whether by the public bus or by one of its own.</p>
<p>A spokesman for the company, Edvard Krell, said that the port had lost a feeder line to a neighbouring harbour in spring and that labour costs were “not something we can treat as a side issue”. He said that a stoppage would delay four ships. The company was ready to talk about transport “as a question separate from pay”.</p>
<p>Ms Dunmore said the union could accept separate talks if they began before the board’s meeting and had a date for an end. Both sides said that no meeting had been arranged.</p>
<p>Under the port’s agreement of work, either side may ask the city’s mediator to call a meeting, and the other must attend. By Friday evening neither had done so.</p>
<p>The last stoppage at the port, six years ago, lasted three days and ended with an agreement on safety boots and rest rooms. One of the rest rooms has not been built.</p>
`,
  reading: {
    language: 'en',
    categories: ['work-and-wages'],
    claims: [
      said(
        'Dockworkers have voted to stop work for 24 hours over night pay and two night bus routes.',
        'Dockworkers in Port Ellin have voted to stop work for 24 hours over night pay and the planned end of two night bus routes',
        'Dockhands’ Union Local 9',
      ),
      said(
        'The stoppage was backed by 334 votes to 78.',
        'Members of the Dockhands’ Union Local 9 backed the stoppage by 334 votes to 78, or 81 per cent of the votes cast.',
      ),
      said('Of 530 members 412 voted.', 'The union has 530 members at the port; 412 voted.'),
      said(
        'Work would stop at six in the morning on the day on which the Transit Board votes on routes N2 and N5.',
        'Work would stop at six in the morning on the day of the Harbour Transit Board’s next meeting, at which the board is to vote on ending routes N2 and N5 after half past midnight.',
      ),
      said(
        'Medical supplies, livestock and ships in distress would still be handled.',
        'Local 9 said that crews would keep handling medical supplies, livestock and any ship in distress.',
        'Dockhands’ Union Local 9',
      ),
      said(
        'The union wants the night allowance, 1.20 crowns an hour for nine years, raised to 2 crowns.',
        'It wants the night allowance, which has stood at 1.20 crowns an hour for nine years, raised to 2 crowns.',
      ),
      said(
        'The union wants transport guaranteed for shifts that end between midnight and five.',
        'it wants the company to guarantee transport for any shift that ends between midnight and five, whether by the public bus or by one of its own',
      ),
      said(
        'The port lost a feeder line to a neighbouring harbour in spring.',
        'the port had lost a feeder line to a neighbouring harbour in spring',
        'Edvard Krell',
      ),
      said(
        'A stoppage would delay four ships.',
        'He said that a stoppage would delay four ships.',
        'Edvard Krell',
      ),
      said(
        'The company is ready to talk about transport apart from pay.',
        'The company was ready to talk about transport “as a question separate from pay”.',
        'Edvard Krell',
      ),
      said(
        'The union could accept separate talks that begin before the board’s meeting and have a date for an end.',
        'the union could accept separate talks if they began before the board’s meeting and had a date for an end',
        'Rosa Dunmore',
      ),
      said(
        'Both sides say that no meeting is arranged.',
        'Both sides said that no meeting had been arranged.',
      ),
      said(
        'Either side may ask the city’s mediator for a meeting that the other must attend, and neither has.',
        'either side may ask the city’s mediator to call a meeting, and the other must attend. By Friday evening neither had done so.',
      ),
      said(
        'The last stoppage ended with an agreement on boots and rest rooms, one of which is still missing.',
        'The last stoppage at the port, six years ago, lasted three days and ended with an agreement on safety boots and rest rooms. One of the rest rooms has not been built.',
      ),
    ],
    quotes: [
      spoken('Rosa Dunmore', 'Nobody here wants to lose a day’s wages'),
      spoken('Rosa Dunmore', 'They are about to lose more than that, twenty crowns at a time, in taxis.'),
      spoken('Edvard Krell', 'not something we can treat as a side issue'),
      spoken('Edvard Krell', 'as a question separate from pay'),
    ],
  },
  commentary: {
    opinion: {
      short:
        'Four in five voting dockhands would give up a day’s pay to get home safely and to see a nine-year-old allowance raised. The company has said that transport can be discussed by itself, and the union has said that it could agree. The two are closer than they sound. Whoever asks the mediator first deserves credit, not ridicule.',
      paragraphs: [
        resting(
          'A strike vote is often told as a story about ships. Four would be late, the company says, and that is a real cost to people who had no say. But the vote is first of all a story about 334 people who are prepared to lose a day’s wages, and about what made that look like the cheaper choice. They know what a day is worth to the crown. Their secretary put it without drama: “Nobody here wants to lose a day’s wages.”',
          'c2',
          'c9',
          'q1',
        ),
        resting(
          'The night allowance has stood at 1.20 crowns an hour for nine years. Whatever it bought when it was agreed, it buys less today, and the work has not become lighter or the hour earlier. The union asks for 2 crowns. One can think that too much or too little. It is harder to think that nothing should have changed in nine years. An allowance that is never looked at is a small pay cut, made again each winter without anyone having to announce it.',
          'c6',
        ),
        resting(
          'The Harbour Company has worries of its own. It lost a feeder line to a neighbouring harbour, and a port that loses ships soon loses shifts. Local 9 should take that seriously, and there are signs that it does: medical supplies, livestock and ships in distress are exempt from the stoppage. A union that only wanted to hurt would not have drawn up such a list. A company that only wanted to win would not have said that it could talk about transport at all.',
          'c5',
          'c8',
          'c10',
        ),
        resting(
          'That is what we find most striking in Friday’s statements. The company will discuss transport “as a question separate from pay”. The union could accept separate talks if they start before the board’s meeting and have a date for an end. Put side by side, those two positions are nearly an agenda. Yet no meeting had been arranged, and neither side had used its right to ask the city’s mediator for one, though the other would have been bound to come.',
          'c10',
          'c11',
          'c12',
          'c13',
          'q4',
        ),
        resting(
          'Missing from the table is the Transit Board, whose proposal lit this fuse, and missing too are the members who did not vote: 412 of 530 did. We do not know what kept the others away, and it would be good to ask. They will live with the outcome all the same. A fair settlement would bring the board into the room, write down who gets people home after midnight, and set a date to check that it happened. The rest room promised six years ago, and still not built, shows why that last part matters.',
          'c3',
          'c4',
          'c14',
        ),
      ],
    },
    action: {
      short:
        'Press both sides to call in the city’s mediator before the day of the stoppage, and show the dockhands that the town knows why they voted.',
      paragraphs: [
        resting(
          'There is one lever that costs nothing and binds both parties. Either side may ask the city’s mediator to call a meeting, and the other must attend. Until Friday evening neither had. Anyone with a line to the union or to the company, as a member, a customer, a supplier or a neighbour, can put the same question: why not today?',
          'c13',
        ),
        resting(
          'Elected people can put that question more loudly. The councillor for the Docks ward has people to answer to on both sides of the gate. A public call for mediation takes a councillor five minutes and favours nobody. Ask for it plainly, and ask also that the Transit Board be invited, because half of the dispute is about its buses.',
          'c4',
          'c13',
        ),
        resting(
          'If your own work depends on the port, plan for the day without panic. The hour is known and so is the length: 24 hours from six in the morning. Move a delivery, warn a client, swap a shift. Every household and shop that has made its arrangements lowers the pressure to settle badly in order to settle fast.',
          'c1',
          'c4',
        ),
        plain(
          'If you would like to support the dockhands, ask before you act. Local 9 decides who stands where and what is said at the gate. Food, a flask and a dry place to sit are seldom refused, and they are worth more than advice. Those who will lose the day’s pay should remain the ones who speak for the stoppage.',
        ),
        resting(
          'If you think that the union is wrong, say so to a member’s face and hear the answer. The figure of 1.20 crowns and the walk home after midnight are easy to check with anyone who works there. Disagreement between people who have talked is a different thing from disagreement at a distance, and it leaves room for a settlement afterwards.',
          'c6',
        ),
        resting(
          'Finally, keep the agreement in view once it exists. The last one gave the port safety boots and rest rooms, and one room is still missing. Whatever is signed this time should come with dates and with a person who must answer for each of them. Readers can help simply by asking again in six months.',
          'c14',
        ),
      ],
    },
    todo: {
      intro:
        'The stoppage is set for the day of the Transit Board’s next meeting. Until then the useful thing is to bring two sides that are already near each other into one room.',
      personal: [
        {
          kind: 'learn',
          title: 'Work out what 1.20 crowns an hour means',
          detail:
            'Multiply the allowance by the hours of one night, then set the result beside the cost of a taxi home from your own work. Do it once with the 2 crowns that the union asks for. It takes a scrap of paper and it gives the dispute a size.',
          minutes: 10,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Speak with one person who works at the port',
          detail:
            'Ask what a night is like, how they get home, and how they voted if they care to say. Listen for what the statements leave out. If they did not vote, ask what would have made it easier.',
          minutes: 30,
          deadline: '',
          link: '',
        },
        {
          kind: 'write',
          title: 'Ask both sides to call the mediator',
          detail:
            'Send the same two sentences to the union and to the Harbour Company: you have read that either may ask for a meeting and that the other must come, and you would like to know when they will ask. The same words to both show that you mean it fairly.',
          minutes: 15,
          deadline: '',
          link: '',
        },
      ],
      petitions: [
        {
          id: 'petition:night-bus',
          why: 'Half of this dispute is about how people get home. If the night buses stay, one of its two causes is gone before the day of the stoppage.',
        },
      ],
      officials: {
        ids: ['official:councillor-bram-osei', 'official:director-tomas-reyl'],
        subject: 'Please help to bring the port dispute to the mediator',
        body: [
          'To the office that receives this letter,',
          'Members of Local 9 have voted, by 334 to 78, to stop work for a day over the night allowance and the planned end of routes N2 and N5. The Ellin Harbour Company says that it is ready to talk about transport. The union says that it could accept separate talks if they begin before the board’s meeting and have a date for an end. No meeting has been arranged.',
          'I ask you to do two things. Please call in public for the city’s mediator to be asked to convene both sides now, since either may ask and the other must attend. And please see to it that the Transit Board is represented there, with the authority to say what service will run after midnight and who could share its cost.',
          'A day’s stoppage hurts the people who lose their wages, the ships that wait and the city between them. It can still be made unnecessary.',
          'I would be glad to hear what you have done.',
          'Yours faithfully,',
          '[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Offer one practical thing for the day',
          detail:
            'Ask Local 9 what is wanted at the gate: soup, a flask, a dry bench, somebody to mind children for an hour. Promise one thing and bring it. Leave signs and slogans to the members.',
          minutes: 60,
          deadline: '',
          link: '',
        },
        {
          kind: 'share',
          title: 'Put the facts on your workplace’s board',
          detail:
            'Pin up five lines: the vote, the two demands, the company’s answer, what stays exempt, and the hour it begins. People argue better, and plan better, from the same five lines.',
          minutes: 15,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'Two sides have each said a sentence that the other could use. Somebody must now pick up a telephone. If enough people ask who will do it first, the day of the stoppage may yet be an ordinary working day with a better bus at the end of it.',
      short: [
        { text: 'Ask the union and the company when they will call the mediator.', link: '' },
        {
          text: 'Write to the Docks ward councillor and the Transit Board.',
          link: 'official:councillor-bram-osei',
        },
        { text: 'Talk with one person who works nights at the port.', link: '' },
      ],
    },
  },
};
