/** Words, headlines, articles, feeds and pages for benchmarks: invented, and the same in every run. */
export interface Writer {
  headline(): string;
  paragraph(words: number): string;
}

/** A writer whose words are spread as in a language: few of them often, most of them rarely. */
export function createWriter(seed: number): Writer {
  const random = randomOf(seed);
  const word = () => wordOf(Math.floor(VOCABULARY ** random()) + Math.floor(random() * 8));
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  return {
    headline: () => sentence(words(6 + Math.floor(random() * 6))),
    paragraph: (count) => `${sentence(words(count))}.`,
  };
}

/** An RSS feed with one item for each of `numbers`; the same number is always the same item, in the same words. */
export function feedOf(about: {
  url: string;
  title: string;
  numbers: number[];
  day: Date;
  edited: number;
}): string {
  const items = about.numbers.map((number, i) => {
    const writer = createWriter(number + 1);
    const edit = i < about.edited ? ', as it stands now' : '';
    const at = new Date(about.day.getTime() - (number % 1_000) * 60_000).toUTCString();
    return `<item><title>${writer.headline()}${edit}</title><link>${about.url}/${number}.html</link><guid isPermaLink="false">item-${number}</guid><pubDate>${at}</pubDate><description>${writer.paragraph(70)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${about.title}</title><link>${about.url}/</link><description>For benchmarks only</description>${items.join('\n')}</channel></rss>`;
}

/** A news page as pages are: an article of some hundred words amid ten times as much of other markup. */
export function pageOf(seed: number): string {
  const writer = createWriter(seed);
  const list = (count: number, name: string) =>
    `<ul class="${name}">${Array.from({ length: count }, (_, i) => `<li><a href="/${name}/${i}">${writer.headline()}</a></li>`).join('')}</ul>`;
  const paragraphs = Array.from({ length: 12 }, () => `<p>${writer.paragraph(55)}</p>`).join('\n');
  const title = writer.headline();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Bench Post</title>
<meta property="og:title" content="${title}"><meta property="og:type" content="article"><style>${'.a{margin:0}'.repeat(800)}</style></head>
<body><header><nav>${list(40, 'menu')}</nav></header><main><article><h1>${title}</h1><p class="byline">By A. Writer</p>${paragraphs}
<aside class="more">${list(20, 'related')}</aside></article></main><div class="teasers">${list(120, 'teasers')}</div>
<footer>${list(60, 'footer')}</footer><script>${'window.a=1;'.repeat(2_000)}</script></body></html>`;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const VOCABULARY = 20_000;
const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve wi zo ka le mi no pu ra'.split(' ');

/** The n-th word of the language. */
function wordOf(n: number): string {
  let [rest, word] = [n + SYLLABLES.length, ''];
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
