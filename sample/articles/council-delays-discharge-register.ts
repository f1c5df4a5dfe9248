import type { SampleArticle } from '../article.ts';
import { resting, said, spoken } from '../prose.ts';

export const article: SampleArticle = {
  outlet: 'council-watch',
  slug: 'council-delays-discharge-register',
  title: 'Council puts off vote on discharge register',
  author: 'Odile Marsh',
  language: 'en',
  kind: 'text',
  hoursBefore: 4,
  summary:
    'By nine votes to six the council sent the proposed online register of river discharges back for legal advice. It returns to the agenda in February.',
  body: `
<p>Port Ellin City Council has voted nine to six to put off its decision on a public register of everything that businesses are permitted to let into the Tarn. The proposal returns to the agenda of the February session.</p>
<p>The register would put online the permits, yearly returns and incident reports of 38 businesses. All of these are public already. They are kept on paper in the basement of the Customs House and may be read on Wednesdays from ten to noon, by appointment. According to the city clerk, eleven people made such an appointment last year.</p>
<p>Councillor Hugo Stell, who moved the delay, said some returns contained recipes and volumes that a competitor could use. “I want the register, and I want it to survive the first lawsuit,” he said. The council has asked its solicitor for advice, with no date by which it must be given.</p>
<p>Lena Vaart, who chairs the Environment Committee and brought the proposal, offered to black out recipes and publish the rest at once. The offer was not put to a vote. “Nobody has told me which page is the secret one,” she said.</p>
<p>The clerk estimates the cost at 85,000 crowns in the first year and 12,000 in each year after. Councillor Bram Osei, who voted against the delay, noted that scanning the files for the last inquiry had cost 31,000, “and then we put the scans in the basement too”.</p>
<p>Forty-one people sat in the public gallery. Two were allowed to speak, for two minutes each. One, an allotment holder, asked what had been in the water she used. The chair thanked her for her question and moved to the next item.</p>
<p>Mayor Ida Quill, who votes only to break a tie, did not speak. Comments on the proposal may be left with the clerk until the February papers are printed.</p>
`,
  reading: {
    language: 'en',
    categories: ['city-hall', 'river-and-climate'],
    claims: [
      said(
        'The council put off its decision on the discharge register by nine votes to six.',
        'Port Ellin City Council has voted nine to six to put off its decision on a public register of everything that businesses are permitted to let into the Tarn.',
      ),
      said(
        'The proposal comes back in the February session.',
        'The proposal returns to the agenda of the February session.',
      ),
      said(
        'The register would put papers of 38 businesses online that are public already.',
        'The register would put online the permits, yearly returns and incident reports of 38 businesses. All of these are public already.',
      ),
      said(
        'The papers lie in a basement and can be read by appointment on Wednesdays from ten to noon.',
        'They are kept on paper in the basement of the Customs House and may be read on Wednesdays from ten to noon, by appointment.',
      ),
      said(
        'Eleven people made an appointment last year.',
        'According to the city clerk, eleven people made such an appointment last year.',
        'the city clerk',
      ),
      said(
        'The councillor who moved the delay says that some returns hold recipes a competitor could use.',
        'Councillor Hugo Stell, who moved the delay, said some returns contained recipes and volumes that a competitor could use.',
        'Hugo Stell',
      ),
      said(
        'The council’s solicitor has been asked for advice and given no date.',
        'The council has asked its solicitor for advice, with no date by which it must be given.',
      ),
      said(
        'The offer to black out recipes and publish the rest at once was not voted on.',
        'offered to black out recipes and publish the rest at once. The offer was not put to a vote.',
      ),
      said(
        'The register is estimated at 85,000 crowns in the first year and 12,000 in each later one.',
        'The clerk estimates the cost at 85,000 crowns in the first year and 12,000 in each year after.',
        'the city clerk',
      ),
      said(
        'Scanning the files for the last inquiry cost 31,000 crowns.',
        'noted that scanning the files for the last inquiry had cost 31,000',
        'Bram Osei',
      ),
      said(
        'Of forty-one people in the gallery two could speak, for two minutes each.',
        'Forty-one people sat in the public gallery. Two were allowed to speak, for two minutes each.',
      ),
      said(
        'An allotment holder asked what had been in the water she used and received no answer.',
        'One, an allotment holder, asked what had been in the water she used. The chair thanked her for her question and moved to the next item.',
      ),
      said(
        'The clerk takes comments until the February papers are printed.',
        'Comments on the proposal may be left with the clerk until the February papers are printed.',
      ),
    ],
    quotes: [
      spoken('Hugo Stell', 'I want the register, and I want it to survive the first lawsuit'),
      spoken('Lena Vaart', 'Nobody has told me which page is the secret one'),
      spoken('Bram Osei', 'and then we put the scans in the basement too'),
    ],
  },
  commentary: {
    opinion: {
      short:
        'Caution about trade secrets is reasonable. A delay without a deadline, while an offer to black out the secrets is not even put to a vote, is something else. These papers are public already; the only question is whether one must be free on Wednesdays to read them. The council should say what it must know, and by when.',
      paragraphs: [
        resting(
          'Let us take the argument for delay at its best. A yearly return may contain a recipe, and a recipe may be what keeps a small dyer or a tannery in business. Councillors who publish such a thing by mistake could be sued, and the register with it. “I want the register, and I want it to survive the first lawsuit” is a sensible sentence. If it is meant, the next step is to find out which pages are delicate, and how long it takes to cover them.',
          'c6',
          'q1',
        ),
        resting(
          'That step was offered in the chamber. The committee’s chair proposed to black out recipes and to publish the rest at once, and the offer was not put to a vote. Nor was the solicitor given a day by which to answer. Those two omissions change what the delay is. A pause with a question and a date is prudence. A pause with neither can be renewed every season, by people acting in perfectly good faith, until everyone who asked has grown tired.',
          'c7',
          'c8',
        ),
        resting(
          'Remember that nothing secret is at stake in principle. All 38 files may be read by anybody today. They may be read for two hours on Wednesdays, by appointment, in a basement. A person with a shift, a small child, a wheelchair or a village two buses away has the same right as everyone else, and no way of using it. The eleven people who came last year are sometimes taken to show how few are interested. They show how narrow the stairs are.',
          'c3',
          'c4',
          'c5',
        ),
        resting(
          'The cost deserves a straight answer as well: 85,000 crowns in the first year is real money. But the city has paid to scan these files once already, and, as one councillor remarked, “then we put the scans in the basement too”. Not publishing has a price that appears in no column. It is paid in questions that nobody can answer on the spot, and in the mornings of people who have to make an appointment to ask them.',
          'c9',
          'c10',
          'q3',
        ),
        resting(
          'An allotment holder was given two minutes to ask what had been in the water she used. She was thanked, and the meeting moved on. We do not think anyone meant to be unkind; agendas are long. Yet a chamber that has the answer in its own basement, and sends the person who needs it home without it, has its duties in the wrong order. A just register would begin from her question and end with a page she could open that same evening.',
          'c4',
          'c12',
        ),
      ],
    },
    action: {
      short:
        'Leave a comment with the clerk before the February papers are printed, asking for a date and for the offer to be voted on.',
      paragraphs: [
        resting(
          'The vote was nine to six. If two of the nine come to think differently, February ends differently. That makes this one of the rare questions in public life where a modest pile of careful letters can be enough. Nobody needs to be defeated. Several of the nine may want the register and fear a lawsuit. Give them what they need in order to vote for it with a quiet mind.',
          'c1',
          'c2',
        ),
        resting(
          'Begin with the clerk. Comments on the proposal may be left there until the February papers are printed, and they travel with the papers to every councillor. Keep yours to one page and begin with who you are and how you use the river. A gardener, an angler, a nurse and a small manufacturer will be read with more attention than four copies of the same text.',
          'c13',
        ),
        resting(
          'Ask for three precise things. That the solicitor’s advice be given by a fixed day, and be published. That the offer to black out recipes be put to the vote by itself. And that files which contain no recipe go online without waiting for those that do. Each of these can be granted without settling the whole quarrel, and each leaves the next step smaller.',
          'c7',
          'c8',
        ),
        resting(
          'Use the right you already have. Make an appointment, take a friend, and read one file. Note how long it took to arrange, whether you could get down the stairs, and whether you found anything that looked like a secret. Nothing answers a general worry so well as someone who has been in the basement and can say what is in the folders.',
          'c4',
        ),
        resting(
          'If you run a business that holds one of the 38 permits, your voice weighs more than most. Say publicly which part of your return you would wish to protect, and that you have no objection to the rest. Firms that keep their permits carefully gain from a register, because today nobody can tell them from those that do not. One such letter may settle more than a legal opinion.',
          'c3',
        ),
        resting(
          'And come in February. Forty-one people in the gallery were noticed this time, and only two could speak. Ask the clerk early how speakers are chosen, and agree among yourselves who will use the two minutes. Someone who waters a garden from the river should have the first of them. The rest can sit and listen, which in a council chamber is also a way of being counted.',
          'c2',
          'c11',
        ),
      ],
    },
    todo: {
      intro:
        'The next vote is in February. There is time for a letter, a visit to the basement and a seat in the gallery.',
      personal: [
        {
          kind: 'write',
          title: 'Leave a comment with the city clerk',
          detail:
            'One page, before the February papers are printed. Say how you use the river, ask for a date for the legal advice, and ask for a separate vote on the offer to black out recipes.',
          minutes: 30,
          deadline: '',
          link: '',
        },
        {
          kind: 'learn',
          title: 'Spend a morning in the Customs House',
          detail:
            'Book an appointment, read one of the 38 files, and write down what it contained and how hard it was to get to. If you cannot come on Wednesdays, write that down instead. It is part of the evidence.',
          minutes: 120,
          deadline: '',
          link: '',
        },
        {
          kind: 'attend',
          title: 'Keep an evening free in February',
          detail:
            'Ask the clerk for the day of the session and how to be put on the list of speakers. Go even if you do not speak.',
          minutes: 150,
          deadline: '',
          link: '',
        },
      ],
      petitions: [
        {
          id: 'petition:clean-tarn',
          why: 'It asks the council for exactly what was put off: pollution records of the Tarn that anyone can read without an appointment.',
        },
      ],
      officials: {
        ids: ['official:mayor-ida-quill', 'official:councillor-lena-vaart'],
        subject: 'A date for the discharge register',
        body: [
          'Good day,',
          'I was sorry to learn that the council has put off its decision on the discharge register. I understand the wish to protect recipes and to avoid a lawsuit. What troubles me is that the legal advice has no date, and that the offer to black out recipes and publish the rest was not put to a vote.',
          'The 38 files are public already. But a person who works on Wednesdays, or who cannot manage a basement, has a right that she cannot use.',
          'I ask you to do three things before the February session: to set a day by which the advice must be given, to see that the offer is voted on by itself, and to let files without any recipe go online first.',
          'I would be glad to hear whether you agree with these steps, and what else you would need in order to support the register.',
          'Thank you for your time.',
          'With kind regards,\n[your name]\n[your street]',
        ].join('\n\n'),
      },
      community: [
        {
          kind: 'talk',
          title: 'Invite a permit holder',
          detail:
            'Ask one of the 38 businesses to tell your club, class or street what its return contains and what it would want covered. Listen first. The answer may be shorter than anyone expects.',
          minutes: 90,
          deadline: '',
          link: '',
        },
        {
          kind: 'share',
          title: 'Make a reading rota',
          detail:
            'With a dozen neighbours, each taking one morning and sharing notes, a good many of the files could be read before the vote. Keep the notes plain: what may be released, what was recommended, what was done.',
          minutes: 60,
          deadline: '',
          link: '',
        },
      ],
      conclusion:
        'Nine councillors asked for time. Let them have it, with a date at the end and a clear question to answer. A public record should not depend on who happens to be free between ten and noon.',
      short: [
        { text: 'Leave a one-page comment with the clerk before the February papers.', link: '' },
        { text: 'Sign to open the Tarn’s pollution records.', link: 'petition:clean-tarn' },
        { text: 'Book a morning and read one of the 38 files.', link: '' },
      ],
    },
  },
};
