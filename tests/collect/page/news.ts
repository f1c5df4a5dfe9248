/** Paragraphs of our own about a small town, enough of them to be an article. */
export const PARAGRAPHS = [
  'The council of Lower Marsh voted on Tuesday to rebuild the old ferry pier, after a storm had taken half of it in March.',
  'Mayor Ana Field said that the work would begin in autumn, and that the town had put aside the money for it last year.',
  'Two members voted against the plan. One of them, Bo Quay, called it too dear, and asked for a bridge in its place.',
  'The ferry has crossed the bay since 1911. In summer it carries nine hundred people a day, most of them to the markets.',
  'Fishermen had feared that they would lose their moorings, but the new plan leaves the eastern side of the pier to them.',
  'A survey of the harbour bed is to be finished before the first stone is laid, said the harbour master on Wednesday.',
];

/** An article as markup; what stands in `inside` comes after its second paragraph. */
export function story({ inside = '', after = '' } = {}): string {
  const [first, second, ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  return `<article><h1>Council votes to rebuild the pier</h1>${first}${second}${inside}${rest.join('')}${after}</article>`;
}

/** A whole page around a story. */
export function pageOf({ head = '', body = story(), html = 'lang="en"' } = {}): string {
  return `<!doctype html><html ${html}><head>${head}</head><body><header><a href="/">Home</a></header>${body}</body></html>`;
}

export const TEXT = PARAGRAPHS.join('\n\n');
export const URL_OF_STORY = 'https://news.example/2026/05/03/pier';
