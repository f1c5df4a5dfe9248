import type { SampleArticle } from '../article.ts';
import { plain, resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'harbour-gazette',
  slug: 'night-bus-cuts-dockhands',
  title: 'Night bus cuts would strand 600 dock and hospital workers',
  author: 'Philippa Strand',
  language: 'en',
  kind: 'text',
  hoursBefore: 7,
  summary:
    'The Harbour Transit Board wants to end two night routes after half past midnight. Six nights of counting at the stops found 600 people who have no other way home.',
  body: `
<p>At twenty to three in the morning the N5 pulls away from Dock Gate with its lights low and its windows fogged. On Tuesday it carried 41 people: crane signallers, lashers, two cooks from the seamen’s mission and, from the stop outside Ellin General Hospital, a row of porters and nurses with their shoes off.</p>
<p>If the Harbour Transit Board has its way, that bus will stop running. A proposal before the board would end routes N2 and N5 after half past midnight. The board puts the saving at 310,000 crowns a year.</p>
<p>The Dockhands’ Union Local 9 and the staff council of the hospital say that the board never asked who would be left on the pavement. So they asked. For six nights, volunteers with clipboards stood at nine stops between midnight and four. They counted 600 different people going to or from a shift: 340 from the docks and 260 from the hospital.</p>
<h2>“It is four hours’ pay a week”</h2>
<p>Sanna Brook has worked as a crane signaller for eleven years. She earns 19 crowns an hour and lives in Tollgate, seven kilometres from the gate. A taxi home costs 38 crowns.</p>
<p>“People say share a taxi,” she said, waiting under the shelter. “We do, when the bus breaks down. There are two taxis at the gate and forty of us.” Walking takes her an hour and a half, the last part along the coast road, which has no footpath. “I did it once in the rain. My daughter was up for school before I had my boots off.”</p>
<p>Even if she shared every ride with one other person, she said, “it is four hours’ pay a week just to get home from work.”</p>
<p>At the hospital the difficulty runs both ways. The late shift ends at two, and the relief shift on the children’s ward starts at three. Maren Ito, a nurse and the chair of the staff council, said that 31 of the 260 had told the counters that they would ask to leave nights altogether. “We are eleven short on nights already,” she said. “A rota is a chain of people who can get here.”</p>
<h2>What the board says</h2>
<p>Tomas Reyl, the board’s director, said in a written answer that night services recover 18 per cent of their cost in fares, against 54 per cent by day. “Every empty seat after midnight is paid for by a full one in the morning,” he wrote. He said that the board had “a duty to the whole city” and that the money would restore the ten-minute service on the hill line, which was thinned out two winters ago.</p>
<p>That service is missed. At the Hillside stops on Wednesday morning, three buses went by full before one could take a wheelchair. “I don’t want anybody’s bus taken,” said Odile Farran, who was waiting with her father. “But don’t tell me there’s no problem up here.”</p>
<p>The fare figure has a gap in it. Dock and hospital workers mostly travel on work passes, which their employers buy by the year. Drivers glance at them; no machine records them. Of the 600 people counted, 430 showed such a pass. How the pass money is divided among the routes, the board could not say by the time we went to print.</p>
<h2>The choices</h2>
<p>Two other plans are on the table. The union proposes one combined route, leaving Dock Gate at half past one and at twenty to three and calling at the hospital. It puts the cost at 140,000 crowns. The hospital has offered to pay part of that, without naming a sum. The Ellin Harbour Company, which employs most of the dockhands, said that it was “following the discussion”.</p>
<p>The board votes at its next meeting, on the last Thursday of next month, at four in the afternoon in the Customs House. Meetings are open. Written comments are read into the record if they reach the board’s office by the day before.</p>
<p>The hour has not gone unnoticed. “Four in the afternoon,” said Ms Brook. “That’s when I’m getting up.”</p>
`,
  reading: {
    language: 'en',
    categories: ['work-and-wages', 'city-hall'],
    claims: [
      said(
        'The N5 at twenty to three carried 41 people on Tuesday.',
        'At twenty to three in the morning the N5 pulls away from Dock Gate with its lights low and its windows fogged. On Tuesday it carried 41 people: crane signallers, lashers',
      ),
      said(
        'The board proposes to end routes N2 and N5 after half past midnight and to save 310,000 crowns a year.',
        'A proposal before the board would end routes N2 and N5 after half past midnight. The board puts the saving at 310,000 crowns a year.',
      ),
      said(
        'In six nights at nine stops volunteers counted 600 people on their way to or from a shift.',
        'For six nights, volunteers with clipboards stood at nine stops between midnight and four. They counted 600 different people going to or from a shift',
      ),
      said(
        'A signaller on 19 crowns an hour would pay 38 crowns for a taxi home.',
        'She earns 19 crowns an hour and lives in Tollgate, seven kilometres from the gate. A taxi home costs 38 crowns.',
      ),
      said(
        'On foot she needs an hour and a half, partly along a road without a footpath.',
        'Walking takes her an hour and a half, the last part along the coast road, which has no footpath.',
      ),
      said(
        'At the hospital 31 of the 260 who were counted would ask to leave nights.',
        '31 of the 260 had told the counters that they would ask to leave nights altogether',
        'Maren Ito',
      ),
      said(
        'Night fares recover 18 per cent of the cost, against 54 per cent by day.',
        'night services recover 18 per cent of their cost in fares, against 54 per cent by day',
        'Tomas Reyl',
      ),
      said(
        'The money would bring back the ten-minute service on the hill line.',
        'the money would restore the ten-minute service on the hill line, which was thinned out two winters ago',
        'Tomas Reyl',
      ),
      said(
        'At Hillside three full buses went by before one could take a wheelchair.',
        'At the Hillside stops on Wednesday morning, three buses went by full before one could take a wheelchair.',
      ),
      said(
        'Work passes are bought by the year and recorded by no machine, and 430 of the 600 people counted had one.',
        'Dock and hospital workers mostly travel on work passes, which their employers buy by the year. Drivers glance at them; no machine records them. Of the 600 people counted, 430 showed such a pass.',
      ),
      said(
        'The board could not say how the pass money is shared among the routes.',
        'How the pass money is divided among the routes, the board could not say by the time we went to print.',
      ),
      said(
        'The union proposes one combined route for 140,000 crowns, with a stop at the hospital.',
        'The union proposes one combined route, leaving Dock Gate at half past one and at twenty to three and calling at the hospital. It puts the cost at 140,000 crowns.',
        'the Dockhands’ Union',
      ),
      said(
        'The hospital would pay part of it and has named no sum.',
        'The hospital has offered to pay part of that, without naming a sum.',
      ),
      said(
        'The board votes in the Customs House at four in the afternoon on the last Thursday of next month.',
        'The board votes at its next meeting, on the last Thursday of next month, at four in the afternoon in the Customs House.',
      ),
      said(
        'Meetings are open, and comments that arrive by the day before are read into the record.',
        'Meetings are open. Written comments are read into the record if they reach the board’s office by the day before.',
      ),
    ],
    quotes: [
      spoken('Sanna Brook', 'There are two taxis at the gate and forty of us.'),
      spoken('Sanna Brook', 'it is four hours’ pay a week just to get home from work'),
      spoken('Maren Ito', 'We are eleven short on nights already'),
      spoken('Maren Ito', 'A rota is a chain of people who can get here.'),
      spoken('Tomas Reyl', 'Every empty seat after midnight is paid for by a full one in the morning'),
      spoken('Tomas Reyl', 'a duty to the whole city'),
      spoken('Odile Farran', 'I don’t want anybody’s bus taken'),
      spoken('the Ellin Harbour Company', 'following the discussion'),
      spoken('Sanna Brook', 'That’s when I’m getting up.'),
    ],
  },
  commentary: {
    opinion: {
      short:
        'A bus that fills with porters and crane signallers at twenty to three is not a luxury. The Harbour Transit Board may have to choose between the hill line and the night routes, but it should choose with a count of riders in front of it. Until one exists, and until the cheaper combined route has been costed in public, the cut should wait.',
      paragraphs: [
        resting(
          'Some things in a city are used by few people and needed badly by every one of them. The N5 at twenty to three is one. On Tuesday it carried 41 people, on their way home from work that the rest of us depend on or on their way to it. Ships are unloaded and children are watched through the night because those people turn up. The Harbour Transit Board proposes to save 310,000 crowns a year by no longer taking them there or home.',
          'c1',
          'c2',
        ),
        resting(
          'The board deserves a fair hearing. Its director says that night fares recover 18 per cent of what the service costs, and that the money would put back the ten-minute service on the hill line. Three full buses went past a wheelchair at Hillside on Wednesday. That is a wrong too, and those who suffer it are not the enemies of the dockhands. Odile Farran said it best: “I don’t want anybody’s bus taken.” A plan that sets her against Sanna Brook has been badly drawn.',
          'c7',
          'c8',
          'c9',
          'q7',
        ),
        resting(
          'It has also been drawn on a poor figure. Work passes are paid for by the year and recorded by no machine, so a rider who holds one is invisible to the fare box. Of the 600 people counted at the stops, 430 showed a pass. Their travel has been paid for. Somewhere in the board’s accounts that money arrives, and the board could not say how it is shared among the routes. A loss cannot be known before the income has been counted.',
          'c10',
          'c11',
        ),
        resting(
          'Look, too, at who is asked to bear it. A signaller on 19 crowns an hour faces a taxi at 38, or an hour and a half on foot along a road without a footpath. Shared with one other rider, she reckons, “it is four hours’ pay a week just to get home from work.” At the hospital, 31 people say that they would ask to leave nights, on a rota that is eleven short. The saving does not vanish into thrift. It moves into purses and on to wards.',
          'c4',
          'c5',
          'c6',
          'q2',
          'q3',
        ),
        resting(
          'What would be just is not hard to describe. Count the riders, passes included, for a full month. Put the union’s combined route, at 140,000 crowns, beside the board’s own plan and publish both. Ask the Harbour Company, which is “following the discussion”, to join the hospital and say what it will pay. Then vote, at an hour when the people who ride at night are awake. A board with a duty to the whole city owes that much to the part of it that works in the dark.',
          'c12',
          'c13',
          'q6',
          'q8',
        ),
      ],
    },
    action: {
      short:
        'Ask the board, in writing and before its vote, to count every rider for a month and to cost the combined route in public.',
      paragraphs: [
        resting(
          'The decision is still open. The board votes on the last Thursday of next month at four in the afternoon in the Customs House, and the meeting is public. Written comments that reach its office by the day before are read into the record. That is a real opening: a board that has heard letter after letter read aloud cannot later say that nobody minded.',
          'c14',
          'c15',
        ),
        resting(
          'Ask for something the board can actually do. The two clearest requests are a month’s count of riders that includes work passes, and a published costing of the combined route with its two runs and a stop at the hospital. Neither asks anyone to spend the 310,000 crowns first. Both make it harder to decide on fares alone.',
          'c2',
          'c10',
          'c12',
        ),
        plain(
          'If you ride the N2 or the N5, your own account is worth more than any argument. Write down which run you take, where you get on, what work it brings you to, and what you would do without it. Half a page is plenty. Send a copy to the union or to the staff council, who have figures already and will be glad of faces.',
        ),
        resting(
          'If you live on the hill, your voice matters as much. The case for the cut rests on the crowded buses at Hillside. A letter which says that you want your ten-minute service back, and that you do not want it taken from the night shift, removes the quarrel on which this plan depends.',
          'c8',
          'c9',
        ),
        resting(
          'Employers can be moved as well. The hospital has offered part of the cost without naming a sum, and the Harbour Company has offered only attention. Their own staff, customers and contractors are the right people to ask for a figure. A firm promise of money before the vote would change the arithmetic more than any speech.',
          'c13',
          'q8',
        ),
        resting(
          'Lastly, mind the clock. Those who ride at night sleep in the afternoon, when the board meets. Day workers, pensioners and students can sit in the gallery on their behalf, take notes, and bring back what was said. Filling those seats is a plain way for one half of the city to stand in for the other.',
          'c14',
          'q9',
        ),
      ],
    },
    todo: {
      intro:
        'The vote is on the last Thursday of next month. These steps are in the order in which they help most, and the first takes the time of a bus ride.',
      personal: [
        {
          kind: 'learn',
          title: 'Ride the bus at twenty to three once, or ask somebody who does',
          detail:
            'Take the N5 from Dock Gate on a night when you can sleep in, or ask a neighbour who works nights how they get home. Note how many are aboard and how many show a pass. You will write and speak better for having seen it.',
          minutes: 60,
          deadline: '',
          link: '',
        },
        {
          kind: 'write',
          title: 'Send half a page to be read into the record',
          detail:
            'Say who you are, which bus you or yours depend on, and ask for two things: a month’s count that includes work passes, and a public costing of the combined route. It must reach the board’s office by the day before the meeting.',
          minutes: 20,
          deadline: '',
          link: 'official:director-tomas-reyl',
        },
        {
          kind: 'attend',
          title: 'Take a seat in the Customs House',
          detail:
            'The meeting begins at four in the afternoon on the last Thursday of next month. If your day allows it, go for someone whose night does not. You need not speak. Take notes of who said what and share them.',
          minutes: 120,
          deadline: '',
          link: '',
        },
        {
          kind: 'thank',
          title: 'Thank the people at the stops',
          detail:
            'For six nights volunteers stood at nine stops between midnight and four to find out what nobody had counted. If you know one, say that it was worth doing. If you manage a rota, let one of them sleep late.',
          minutes: 5,
          deadline: '',
          link: '',
        },
      ],
      petitions: [
        {
          id: 'petition:night-bus',
          why: 'It asks the board that will vote to keep the night buses running, and it lets people speak who will be asleep when that vote is taken.',
        },
      ],
      officials: {
        ids: ['official:director-tomas-reyl', 'official:councillor-bram-osei'],
        subject: 'Routes N2 and N5: please count the riders before you decide',
        body: [
          'To the office that receives this letter,',
          'I am writing about the proposal to end night routes N2 and N5 after half past midnight. I understand that money is short and that the hill line needs more buses. I ask that one need not be met by leaving another group of people without a way home.',
          'Volunteers counted 600 dock and hospital workers at the stops in six nights. Of these, 430 showed work passes, which no machine records. I therefore ask you to support three steps before any vote is final: a full month’s count of riders with passes included; a public costing of the combined route, which the union puts at 140,000 crowns; and a clear request to the large employers to say what they will contribute.',
          'I also ask that the matter be heard at an hour when people who work at night can attend.',
          'Please tell me which of these steps you will support, and when.',
          'Yours faithfully,',
          '[your name]\n[your street]\n[the route that you or your family use]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'volunteer',
          title: 'Extend the count to the stops that were missed',
          detail:
            'Nine stops were covered. Offer the union or the staff council one night at another stop on either route, in pairs, with the same sheet, so that the figures can be compared with theirs.',
          minutes: 240,
          deadline: '',
          link: '',
        },
        {
          kind: 'talk',
          title: 'Bring Hillside and Dock Gate to one table',
          detail:
            'Invite a few riders of the hill line and a few of the night routes to the same kitchen or parish room. Agree on one sentence that both can sign, and send it to the board before the meeting.',
          minutes: 90,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'Nobody has yet decided that Sanna Brook should walk. The board has a plan, a figure with a hole in it, and some weeks in which it can be asked to look again. A count, a costing and a full gallery are modest things, and they may be enough.',
      short: [
        { text: 'Sign the petition to keep the night buses running.', link: 'petition:night-bus' },
        {
          text: 'Send half a page to the board before the last Thursday of next month.',
          link: 'official:director-tomas-reyl',
        },
        { text: 'Sit in the gallery for someone who works nights.', link: '' },
      ],
    },
  },
};
