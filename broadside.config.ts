import type { ConfigInput } from './src/shared/config.ts';

/**
 * The newsroom. What stands here is a sample: the place, its people, its outlets and its news are invented.
 *
 * To make it yours: change `newsroom`, name your own `categories`, put your feeds into `sources`, write your petitions,
 * list your officials, and remove `sample` and `collect.allowHosts`. `npm run broadside -- doctor` says what is amiss.
 */
export default {
  // Serves the invented sources below and says "sample" on every page and mail. Remove it when the newsroom is yours.
  sample: true,

  newsroom: {
    name: 'The Andervale Lantern',
    tagline: 'The day’s news, and what you can do about it',
    url: 'http://localhost:3000',
    from: 'The Andervale Lantern <digest@lantern.example>',
    replyTo: 'desk@lantern.example',
    postalAddress: 'The Andervale Lantern, 14 Weir Lane, Tolm 1002, Andervale',
    timezone: 'Europe/Lisbon',
    language: 'en',
    voice:
      'A small, serious paper that is on the side of the people the news happens to. Plain words, short sentences, ' +
      'fair to those it disagrees with. Says who is left out, what would be just, and what a reader can do this week.',
  },

  // A story is filed by these words, whole and in any case. `iptc` is optional; `color` must be readable on both papers.
  categories: [
    {
      slug: 'water-and-land',
      name: 'Water & Land',
      iptc: '06000000',
      color: { light: '#1b6b5a', dark: '#7fd1bd' },
      keywords: words(`
        river, Ashel, flood, flooded, flooding, gauge, gauges, Water Board, weir, embankment,
        estuary, Saltings, oyster, oysters, sewage, pollution, peat, bog, wetland, marsh, drainage,
        groundwater, well water, wells, climate, wildlife, curlew, curlews, nitrate, environment,
        upstream, downstream, mudflats, catchment
      `),
    },
    {
      slug: 'work-and-wages',
      name: 'Work & Wages',
      iptc: '09000000',
      color: { light: '#9a4a12', dark: '#f0a875' },
      keywords: words(`
        strike, strikers, picket, union, unions, wage, wages, hourly pay, cannery, mediator, shift,
        shifts, overtime, workers, employer, employers, cooperative, co-operative, payroll,
        redundancy, redundancies, wool mill, shop floor, apprentice, apprentices, greve,
        conserveira, sindicato, operárias, salário, salários
      `),
    },
    {
      slug: 'schools',
      name: 'Schools & Learning',
      iptc: '05000000',
      color: { light: '#2f5aa8', dark: '#9dbdf5' },
      keywords: words(`
        school, schools, pupil, pupils, teacher, teachers, classroom, headteacher, school bus,
        school kitchen, school kitchens, lunch, Schools Commissioner, education, lesson, lessons,
        college, homework, timetable, escola, escolas, alunos, explicações, trabalhos de casa
      `),
    },
    {
      slug: 'health',
      name: 'Health & Care',
      iptc: '07000000',
      color: { light: '#a1285f', dark: '#f29ac0' },
      keywords: words(`
        clinic, night clinic, nurse, nurses, hospital, Health Council, patient, patients, doctor,
        doctors, ambulance, midwife, asthma, pharmacy, vaccination, public health, illness, ward,
        boil notice, stomach, care home, disabled, mental health
      `),
    },
    {
      slug: 'housing',
      name: 'Housing',
      color: { light: '#6b4fa0', dark: '#c3aef0' },
      keywords: words(`
        rent, rents, tenant, tenants, landlord, landlords, eviction, evictions, housing, lease,
        leases, homeless, empty homes, empty home, waiting list, damp, flats, mortgage, lodgings
      `),
    },
    {
      slug: 'power-and-council',
      name: 'Power & Council',
      iptc: '11000000',
      color: { light: '#5c5a1e', dark: '#d6d08a' },
      keywords: words(`
        council, councillor, councillors, Assembly, mayor, ballot, open records, budget, minutes,
        public hearing, hearing, Speaker, vote, voted, committee, election, standing order,
        secrecy, accountability, by-law, public gallery
      `),
    },
    {
      slug: 'arts-and-neighbours',
      name: 'Arts & Neighbours',
      iptc: '01000000',
      color: { light: '#8a3b3b', dark: '#eaa3a3' },
      keywords: words(`
        choir, song, songs, piano, concert, theatre, exhibition, museum, library, novel, poet,
        poems, festival, painter, orchestra, rehearsal, music, musician, dance, sing, biblioteca,
        livros, leitura, música, coro, teatro
      `),
    },
  ],

  // Feeds in any format: RSS, Atom or JSON Feed. `licence` decides what may be shown: the whole text, an excerpt or a link.
  sources: [
    { url: 'http://river-post.localhost:8098/feed.xml', title: 'The River Post', licence: 'full' },
    {
      url: 'http://brackwater-tide.localhost:8098/atom.xml',
      title: 'The Brackwater Tide',
      licence: 'excerpt',
    },
    { url: 'http://tolm-ledger.localhost:8098/feed.json', title: 'The Tolm Ledger', licence: 'link' },
    { url: 'http://a-ponte.localhost:8098/feed.xml', title: 'A Ponte', licence: 'full' },
    { url: 'http://upland-air.localhost:8098/feed.xml', title: 'Upland Air', licence: 'excerpt' },
  ],

  // Only for sources on your own machine or network; the public web needs no entry here.
  collect: {
    allowHosts: [
      'river-post.localhost:8098',
      'brackwater-tide.localhost:8098',
      'tolm-ledger.localhost:8098',
      'a-ponte.localhost:8098',
      'upland-air.localhost:8098',
    ],
  },

  // What readers can sign. The text is Markdown; `opensAt` and `closesAt` are optional.
  petitions: [
    {
      slug: 'open-the-gauges',
      title: 'Open the Ashel gauges',
      target: 'The Andervale Water Board',
      goal: 5000,
      categories: ['water-and-land', 'power-and-council'],
      text: [
        'The river Ashel is measured at nineteen places, every ten minutes, with public money. The people who live beside',
        'it cannot see the readings. On the night of the flood at Odd’s Ferry four gauges had failed, and nobody who',
        'slept below them knew.',
        '',
        'We ask the Andervale Water Board to:',
        '',
        '1. **publish every reading** of every river gauge within fifteen minutes, free and without an account;',
        '2. **say plainly when a gauge is not working**, and since when;',
        '3. **ring a bell, not only a phone**: agree with each riverside village on a warning that needs no signal;',
        '4. **report each spring** on every failure of the year before and what was done about it.',
        '',
        'A number that is measured for the public belongs to the public. It should reach the people downstream before the',
        'water does.',
      ].join('\n'),
    },
    {
      slug: 'keep-the-night-clinic',
      title: 'Keep Brackwater’s night clinic open',
      target: 'The Andervale Health Council',
      goal: 3000,
      categories: ['health', 'work-and-wages'],
      closesAt: '2031-06-30',
      text: [
        'Brackwater works at night: on the boats, in the cannery, in the care homes. Its night clinic on Tar Street saw 9,140 people',
        'last year. If it closes, the nearest open door is in Tolm, forty-one kilometres away, and the last bus leaves at',
        'twenty to nine.',
        '',
        'We ask the Andervale Health Council to:',
        '',
        '- **keep the night clinic open** until there is something better in the town itself;',
        '- **publish the figures** on which the closure rests, including what the extra ambulance journeys would cost;',
        '- **hold a hearing in Brackwater**, at an hour when people on the late shift can come.',
        '',
        'Nobody should have to weigh a child’s breathing against the price of a taxi.',
      ].join('\n'),
    },
  ],

  // Office-holders and their public contact data. After `termEndsOn` an official is shown nowhere.
  officials: [
    {
      slug: 'orla-venn',
      name: 'Orla Venn',
      office: 'Chair of the Andervale Water Board',
      jurisdiction: 'Province of Andervale',
      addresses: [
        {
          label: 'Office',
          lines: ['Andervale Water Board', '3 Sluice House, Quay Road', 'Tolm 1001', 'Andervale'],
        },
        {
          label: 'River office',
          lines: ['Water Board River Office', 'The Old Toll', 'Odd’s Ferry 1043', 'Andervale'],
        },
      ],
      phones: ['555-0131'],
      formUrl: 'https://water-board.andervale.example/write',
      email: 'chair@water-board.andervale.example',
      categories: ['water-and-land'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-03-31',
    },
    {
      slug: 'tomas-quill',
      name: 'Tomas Quill',
      office: 'Secretary for Labour',
      jurisdiction: 'Province of Andervale',
      addresses: [{ lines: ['Secretariat for Labour', '20 Assembly Square', 'Tolm 1001', 'Andervale'] }],
      phones: ['555-0142'],
      formUrl: 'https://labour.andervale.example/contact',
      categories: ['work-and-wages'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-05-31',
    },
    {
      slug: 'dela-morrow',
      name: 'Dela Morrow',
      office: 'Schools Commissioner',
      jurisdiction: 'Province of Andervale',
      addresses: [{ lines: ['Schools Commission', '8 Slate Street', 'Tolm 1003', 'Andervale'] }],
      phones: ['555-0117', '555-0118'],
      formUrl: 'https://schools.andervale.example/commissioner',
      email: 'commissioner@schools.andervale.example',
      categories: ['schools'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-08-31',
    },
    {
      slug: 'henrik-osk',
      name: 'Henrik Osk',
      office: 'Director of the Andervale Health Council',
      jurisdiction: 'Province of Andervale',
      addresses: [
        {
          label: 'Office',
          lines: ['Andervale Health Council', '51 Infirmary Row', 'Tolm 1004', 'Andervale'],
        },
        {
          label: 'Brackwater desk',
          lines: ['Health Council', '2 Tar Street', 'Brackwater 1060', 'Andervale'],
        },
      ],
      phones: ['555-0164'],
      formUrl: 'https://health-council.andervale.example/director',
      categories: ['health'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-12-31',
    },
    {
      slug: 'beatriz-amaro',
      name: 'Beatriz Amaro',
      office: 'Councillor for Housing, Brackwater Town Council',
      jurisdiction: 'Town of Brackwater',
      addresses: [{ lines: ['Brackwater Town Hall', '1 Harbour Steps', 'Brackwater 1060', 'Andervale'] }],
      phones: ['555-0155'],
      formUrl: 'https://brackwater.example/councillors/housing',
      email: 'housing@brackwater.example',
      categories: ['housing'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-04-30',
    },
    {
      slug: 'piet-hallam',
      name: 'Piet Hallam',
      office: 'Mayor of Tolm',
      jurisdiction: 'City of Tolm',
      addresses: [{ lines: ['City Hall', '1 Clock Square', 'Tolm 1001', 'Andervale'] }],
      phones: ['555-0101'],
      formUrl: 'https://tolm.example/mayor',
      categories: ['housing', 'power-and-council', 'arts-and-neighbours'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-04-30',
    },
    {
      slug: 'sunniva-reyle',
      name: 'Sunniva Reyle',
      office: 'Speaker of the Andervale Assembly',
      jurisdiction: 'Province of Andervale',
      addresses: [
        { lines: ['The Speaker’s Office', 'Assembly House, Assembly Square', 'Tolm 1001', 'Andervale'] },
      ],
      phones: ['555-0108'],
      formUrl: 'https://assembly.andervale.example/speaker',
      email: 'speaker@assembly.andervale.example',
      categories: ['power-and-council'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-05-31',
    },
    {
      // His term is over: he stands here to show that nobody is asked to write to him any more.
      slug: 'aldous-crane',
      name: 'Aldous Crane',
      office: 'Chair of the Andervale Water Board',
      jurisdiction: 'Province of Andervale',
      addresses: [
        { lines: ['Andervale Water Board', '3 Sluice House, Quay Road', 'Tolm 1001', 'Andervale'] },
      ],
      phones: ['555-0131'],
      categories: ['water-and-land'],
      source: 'Sample data',
      asOf: '2026-06-01',
      termEndsOn: '2026-06-30',
    },
  ],
} satisfies ConfigInput;

/** A list written as words with commas between them. */
function words(list: string): string[] {
  return list.split(',').map((word) => word.trim());
}
