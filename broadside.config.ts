import type { ConfigInput } from './src/shared/config.ts';

/**
 * The newsroom. What stands here is a sample: the place, its people, its outlets and its news are invented.
 *
 * To make it yours: change `newsroom`, name your own `categories`, put your feeds into `sources`, write your petitions,
 * list your officials, and remove `sample` and `collect.allowHosts`. `npm run broadside -- doctor` says what is amiss.
 */
export default {
  // Serves the invented sources below and says so on every page and mail. Remove `sample` when the newsroom is yours.
  sample: true,

  newsroom: {
    name: 'The Morning Lantern',
    tagline: 'News of Port Ellin, and what to do about it',
    // A picture for the mastheads of mails and site. The site serves this one for the sample newsroom only; see the README.
    logo: '/logo.png',
    greeting:
      'Good morning, Port Ellin. Here is what happened, and what one person can do about it before supper.',
    url: 'http://localhost:3000',
    from: 'The Morning Lantern <digest@lantern.example>',
    replyTo: 'desk@lantern.example',
    postalAddress: 'The Morning Lantern, 4 Ropewalk Lane, Port Ellin',
    timezone: 'Europe/Lisbon',
    language: 'en',
    voice:
      'A small, serious paper on the side of the people the news happens to. Plain words and short sentences. Fair to ' +
      'those it disagrees with. Says who is left out, what would be just, and what a reader can do this week.',
  },

  // A story is filed by its keywords: whole words, in any case, in any language of your sources. `iptc` and `color` are
  // optional; a colour must be readable on light and on dark paper.
  categories: [
    {
      slug: 'river-and-climate',
      name: 'River & Climate',
      iptc: '06000000',
      color: { light: '#1b6b5a', dark: '#7fd1bd' },
      keywords: words(
        'river, Tarn, dye works, spill, discharge, discharges, effluent, sewage, pollution, polluted, ' +
          'salmon, spawning, weir, upstream, downstream, riverbank, estuary, tide, tides, floods, flooded, ' +
          'flooding, storm surge, sea wall, climate, drought, emissions, wetland, Friends of the Tarn, ' +
          'Environment Committee, River Warden, rio, maré, marés, cheia, cheias, inundação, inundações, ' +
          'clima, poluição, flood warning',
      ),
    },
    {
      slug: 'work-and-wages',
      name: 'Work & Wages',
      iptc: '09000000',
      color: { light: '#9a4a12', dark: '#f0a875' },
      keywords: words(
        'union, unions, strike, stoppage, picket, dockhand, dockhands, wage, wages, payroll, overtime, ' +
          'shift, shifts, employer, employers, workers, night bus, night buses, bakers, bakery, cleaners, ' +
          'apprentice, apprentices, redundancies, Local 9, greve, sindicato, salário, salários, ' +
          'trabalhadores, trabalhadoras, estivadores, last bus',
      ),
    },
    {
      slug: 'housing',
      name: 'Housing',
      color: { light: '#6b4fa0', dark: '#c3aef0' },
      keywords: words(
        'rent, rents, tenant, tenants, tenancy, landlord, landlords, lease, leases, leaseholder, ' +
          'eviction, evictions, evicted, housing, homeless, homelessness, empty homes, vacant homes, ' +
          'mortgage, mortgages, renda, rendas, inquilinos, senhorio, habitação',
      ),
    },
    {
      slug: 'health',
      name: 'Health',
      iptc: '07000000',
      color: { light: '#a1285f', dark: '#f29ac0' },
      keywords: words(
        'health, hospital, clinic, clinics, nurse, nurses, doctors, patient, patients, measles, vaccine, ' +
          'vaccines, vaccination, vaccinations, emergency department, ambulance, midwife, midwives, ' +
          'pharmacy, rash, rashes, illness, saúde, médico, médicos, enfermeira, enfermeiras, vacina, ' +
          'vacinas',
      ),
    },
    {
      slug: 'schools',
      name: 'Schools',
      iptc: '05000000',
      color: { light: '#2f5aa8', dark: '#9dbdf5' },
      keywords: words(
        'school, schools, pupil, pupils, teacher, teachers, headteacher, head teacher, classroom, ' +
          'classrooms, Superintendent of Schools, homework, curriculum, kindergarten, escola, escolas, ' +
          'aluno, alunos, alunas, professora, professoras, professores',
      ),
    },
    {
      slug: 'city-hall',
      name: 'City Hall',
      iptc: '11000000',
      color: { light: '#5c5a1e', dark: '#d6d08a' },
      keywords: words(
        'city hall, city council, the council, councillor, councillors, council chamber, mayor, ' +
          'Transit Board, budget, budgets, public hearing, public comment, by-law, by-laws, open records, ' +
          'adjourned, quorum, ridership, câmara municipal, vereador, vereadora, orçamento, ' +
          'board meeting, board votes, before the board, meetings are open',
      ),
    },
    {
      slug: 'culture',
      name: 'Culture',
      iptc: '01000000',
      color: { light: '#8a3b3b', dark: '#eaa3a3' },
      keywords: words(
        'library, libraries, librarian, museum, exhibition, exhibit, orchestra, concert, choir, theatre, ' +
          'festival, painter, sculptor, novel, novels, poet, poems, bell founders, foundry, orquestra, ' +
          'música, músicos, concerto, ensaio, ensaios, violino, biblioteca, teatro',
      ),
    },
  ],

  // Feeds in any format: RSS, Atom or JSON Feed. `licence` decides what may be shown: the whole text, an excerpt or a
  // link. `categories` holds for every story of the source.
  sources: [
    { url: 'http://river-post.localhost:8098/feed.xml', title: 'The River Post', licence: 'full' },
    { url: 'http://harbour-gazette.localhost:8098/atom.xml', title: 'Harbour Gazette', licence: 'excerpt' },
    { url: 'http://valley-wire.localhost:8098/feed.json', title: 'Valley Wire', licence: 'full' },
    { url: 'http://o-faro.localhost:8098/feed.xml', title: 'O Faro do Porto', licence: 'excerpt' },
    {
      url: 'http://council-watch.localhost:8098/feed.xml',
      title: 'Council Watch',
      licence: 'link',
      categories: ['city-hall'],
    },
  ],

  // How old a story may be to stand in an edition.
  digest: { windowHours: 48 },

  // Only for sources on your own machine or network; feeds of the public web need no entry here.
  collect: {
    allowHosts: [
      'river-post.localhost:8098',
      'harbour-gazette.localhost:8098',
      'valley-wire.localhost:8098',
      'o-faro.localhost:8098',
      'council-watch.localhost:8098',
    ],
  },

  // What readers can sign. The text is Markdown; `opensAt` and `closesAt` are optional days.
  petitions: [
    {
      slug: 'clean-tarn',
      title: 'Open the Tarn’s pollution records',
      target: 'Port Ellin City Council',
      goal: 5000,
      categories: ['river-and-climate', 'health'],
      text: [
        'Every factory on the Tarn that lets water back into the river writes down what it lets go, and when. The city',
        'holds those pages. The people who swim, fish and draw water downstream cannot read them.',
        '',
        'We ask Port Ellin City Council to:',
        '',
        '1. **publish the discharge records** of every works on the river, from the last five years on, free to read;',
        '2. **tell the people downstream within the hour** when something is spilled, by bell, by message and on the quays;',
        '3. **say what was in it**, in words that a parent can use, and when the water is safe again;',
        '4. **report once a year** on every spill, what was done about it and who paid.',
        '',
        'A record kept in the public’s name should be open to the public. It costs little to open a drawer. It costs far',
        'more to learn from the colour of the river.',
      ].join('\n'),
    },
    {
      slug: 'night-bus',
      title: 'Keep the night buses running',
      target: 'Harbour Transit Board',
      goal: 2000,
      categories: ['work-and-wages', 'city-hall'],
      closesAt: '2031-06-30',
      text: [
        'Port Ellin works at night: on the docks, in the bakeries, on the wards of Ellin General. The people who do that',
        'work go to it and come home by the night bus. For many of them there is no other way that costs less than an',
        'hour’s pay.',
        '',
        'We ask the Harbour Transit Board to:',
        '',
        '- **keep every night route** until its riders have been counted, on weekdays and at weekends, all year round;',
        '- **publish the count** and what each route costs, before any vote;',
        '- **hear the riders**, at an hour when people on the late shift are awake and free.',
        '',
        'A city that asks people to work at three in the morning should see them home.',
      ].join('\n'),
    },
  ],

  // Office-holders and how they can be reached, from public records. After `termEndsOn` an official is shown nowhere.
  officials: [
    {
      slug: 'mayor-ida-quill',
      name: 'Ida Quill',
      office: 'Mayor of Port Ellin',
      jurisdiction: 'City of Port Ellin',
      addresses: [
        { label: 'Office', lines: ['Office of the Mayor', 'City Hall', '1 Bell Square', 'Port Ellin'] },
        { label: 'Saltmarket desk', lines: ['The Mayor’s Desk', '22 Saltmarket', 'Port Ellin'] },
      ],
      phones: ['555-0101'],
      formUrl: 'https://city.port-ellin.example/mayor/write',
      email: 'mayor@city.port-ellin.example',
      categories: ['city-hall', 'housing', 'river-and-climate'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-04-30',
    },
    {
      slug: 'councillor-bram-osei',
      name: 'Bram Osei',
      office: 'Councillor for the Docks ward',
      jurisdiction: 'City of Port Ellin',
      addresses: [
        { label: 'Council office', lines: ['City Council', 'City Hall', '1 Bell Square', 'Port Ellin'] },
        { label: 'Ward office', lines: ['Docks Ward Office', '9 Capstan Street', 'Port Ellin'] },
      ],
      phones: ['555-0112', '555-0113'],
      formUrl: 'https://city.port-ellin.example/councillors/docks',
      email: 'docks@city.port-ellin.example',
      categories: ['work-and-wages', 'housing'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-04-30',
    },
    {
      slug: 'councillor-lena-vaart',
      name: 'Lena Vaart',
      office: 'Councillor, chair of the Environment Committee',
      jurisdiction: 'City of Port Ellin',
      addresses: [{ lines: ['Environment Committee', 'City Hall', '1 Bell Square', 'Port Ellin'] }],
      phones: ['555-0124'],
      formUrl: 'https://city.port-ellin.example/committees/environment',
      categories: ['river-and-climate', 'health'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-04-30',
    },
    {
      slug: 'director-tomas-reyl',
      name: 'Tomas Reyl',
      office: 'Director, Harbour Transit Board',
      jurisdiction: 'Port Ellin and the Tarn Valley',
      addresses: [{ lines: ['Harbour Transit Board', 'Tram Hall', '60 Quay Road', 'Port Ellin'] }],
      phones: ['555-0135'],
      formUrl: 'https://harbour-transit.example/director',
      email: 'director@harbour-transit.example',
      categories: ['work-and-wages', 'city-hall'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-12-31',
    },
    {
      slug: 'superintendent-noor-hale',
      name: 'Noor Hale',
      office: 'Superintendent of Schools',
      jurisdiction: 'City of Port Ellin',
      addresses: [{ lines: ['Schools Office', '17 Tollgate', 'Port Ellin'] }],
      phones: ['555-0146', '555-0147'],
      formUrl: 'https://schools.port-ellin.example/superintendent',
      categories: ['schools', 'culture'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-08-31',
    },
    {
      slug: 'commissioner-ewa-lind',
      name: 'Ewa Lind',
      office: 'Commissioner of Public Health',
      jurisdiction: 'Port Ellin and the Tarn Valley',
      addresses: [{ lines: ['Public Health Office', '3 Lazaret Steps', 'Port Ellin'] }],
      phones: ['555-0158'],
      formUrl: 'https://health.port-ellin.example/commissioner',
      email: 'commissioner@health.port-ellin.example',
      categories: ['health'],
      source: 'Sample data',
      asOf: '2026-11-01',
      termEndsOn: '2031-10-31',
    },
    {
      // His term is over: he stands here to show that nobody is asked to write to him any more.
      slug: 'warden-piet-morrow',
      name: 'Piet Morrow',
      office: 'River Warden',
      jurisdiction: 'River Tarn',
      addresses: [{ lines: ['The Warden’s House', 'Mossford Lock', 'Mossford'] }],
      phones: ['555-0169'],
      categories: ['river-and-climate'],
      source: 'Sample data',
      asOf: '2026-06-01',
      termEndsOn: '2026-06-30',
    },
  ],
} satisfies ConfigInput;

/** A list of words and phrases, written with commas. */
function words(list: string): string[] {
  return list.split(', ');
}
