import { digestProps, fragmentsOf, frameOf, type EditionContent } from '../src/compose/edition.ts';
import { ownLinks } from '../src/compose/links.ts';
import { openPieces } from '../src/compose/pieces.ts';
import { renderDigest } from '../src/compose/render.ts';
import { createSplicer, layOutChoice } from '../src/compose/splice.ts';
import { spliced } from '../src/compose/template.ts';
import type { Config } from '../src/shared/config.ts';
import type { Reader, Take } from '../src/shared/ports.ts';
import { createTokenMaker } from '../src/shared/token.ts';
import {
  benchConfig,
  benchContent,
  CATEGORIES,
  ordersOf,
  slugOf,
  STORIES,
  uuid,
} from './bench-edition-content.ts';
import { median, timeMs } from './measure.ts';

/** What rendering an edition costs, and what splicing readers' mails from its fragments costs. */
export interface EditionBench {
  stories: number;
  categories: number;
  runs: number;
  /** Everything in full, rendered once, as HTML and as text. */
  whole: { htmlBytes: number; textBytes: number; renderMs: number };
  /** Rendered in full and in brief, and cut: what composing an edition waits for. */
  compileMs: number;
  /** Fragments turned into bytes, once per edition and process. */
  openMs: number;
  /** Readers of half of the categories in 60 choices and orders, with three links of their own. */
  half: MailBench;
  /** Readers of every category in 60 orders, with a petition under each story. */
  all: MailBench;
}

/** One kind of reader's mail: chosen, fitted, linked and spliced, HTML, text and headers' links. */
export interface MailBench {
  stories: number;
  links: number;
  htmlBytes: number;
  textBytes: number;
  renderMs: number;
  /**
   * Readers a second: with choices that others made before and with choices that nobody made, both as they stand in a
   * request's body, in memory that is used again after a batch of 100; with known choices into fresh memory; and with known
   * choices read as strings.
   */
  perSecond: { warm: number; cold: number; ownMemory: number; strings: number };
  /** A full render of the same mail over one reader's splice, in the same run. */
  ratio: { warm: number; cold: number; ownMemory: number };
  /** Copying HTML and text of a known choice and writing known links; and making one link. */
  spliceUs: number;
  linkUs: number;
}

const RUNS = 15;
const WARM_UP = 3;
const READERS = 2_000;
const CHOICES = 60;
const BATCH = 100;
const MAIL_BYTES_MAX = 250_000;
const SECRET = 'a secret for measuring only, no more';

/** Measure an edition of 24 stories in 6 categories. Units: medians over the runs. */
export async function benchEdition(): Promise<EditionBench> {
  const config = benchConfig();
  const whole = benchContent({ petitions: STORIES });
  const frame = frameOf(config, whole);
  const runs: { renderMs: number; compileMs: number; openMs: number }[] = [];
  let mail = { html: '', text: '' };
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const renderMs = await timeMs(async () => {
      mail = await renderDigest(digestProps(config, whole, frame, 'full'));
    });
    const from = performance.now();
    const fragments = await fragmentsOf(config, whole, frame);
    const compileMs = performance.now() - from;
    const openMs = await timeMs(() => openPieces(fragments, editionOf(frame, whole)));
    if (run >= WARM_UP) runs.push({ renderMs, compileMs, openMs });
  }
  const medianOf = (name: keyof (typeof runs)[number]) => median(runs.map((run) => run[name]));
  return {
    stories: STORIES,
    categories: CATEGORIES,
    runs: RUNS,
    whole: { ...bytesOf(mail), renderMs: medianOf('renderMs') },
    compileMs: medianOf('compileMs'),
    openMs: medianOf('openMs'),
    half: await benchMails(config, { content: benchContent({ petitions: 1 }), chosen: CATEGORIES / 2 }),
    all: await benchMails(config, { content: whole, chosen: CATEGORIES }),
  };
}

type MailRun = Record<
  'renderMs' | 'warmUs' | 'coldUs' | 'ownMemoryUs' | 'stringsUs' | 'spliceUs' | 'linkUs',
  number
>;

async function benchMails(
  config: Config,
  { content, chosen }: { content: EditionContent; chosen: number },
): Promise<MailBench> {
  const frame = frameOf(config, content);
  const pieces = openPieces(await fragmentsOf(config, content, frame), editionOf(frame, content));
  const { siteUrl } = frame;
  const readers = readersOf(chosen);
  const [one] = readers;
  const common = one && layOutChoice(pieces, one);
  if (!common) throw new Error('a reader gets no mail');
  const [html, text] = [common.layout('html'), common.layout('text')];
  const gaps = html.templates.flatMap((template) => template.gaps);
  const slots = new Set(gaps.map(({ slot }) => ('petitionId' in slot ? slot.petitionId : slot.kind)));
  const rendered = {
    ...content,
    stories: content.stories.filter(({ category }) => one.categories.includes(category)),
  };
  const warm = createSplicer(pieces, { secret: SECRET, siteUrl });
  const links = ownLinks(one, { issue: ISSUE, siteUrl });
  const put = (splice: typeof warm) => (reader: Reader, take?: Take) => {
    const mail = splice(reader);
    return mail && [mail.put('escapedHtml', take), mail.put('escapedText', take)];
  };
  const runs: MailRun[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const cold = createSplicer(pieces, { secret: SECRET, siteUrl, keptBytesMax: 0 });
    const figures: MailRun = {
      renderMs: await timeMs(() => renderDigest(digestProps(config, rendered, frame, 'full'))),
      warmUs: await usEach(readers, put(warm)),
      coldUs: await usEach(readers, put(cold)),
      ownMemoryUs: await usEach(readers, (reader) => put(warm)(reader)),
      stringsUs: await usEach(readers, (reader, take) => {
        const mail = warm(reader);
        return mail && [mail.put('html', take).toString(), mail.put('text', take).toString()];
      }),
      spliceUs: await usEach(readers, (_, take) => [spliced(html, links, take), spliced(text, links, take)]),
      linkUs: (await usEach(readers, (reader) => linksOf(reader, siteUrl, slots))) / slots.size,
    };
    if (run >= WARM_UP) runs.push(figures);
  }
  const medianOf = (of: (run: MailRun) => number) => median(runs.map(of));
  return {
    stories: common.stories,
    links: slots.size,
    htmlBytes: html.bytes,
    textBytes: text.bytes,
    renderMs: medianOf((run) => run.renderMs),
    perSecond: {
      warm: 1e6 / medianOf((run) => run.warmUs),
      cold: 1e6 / medianOf((run) => run.coldUs),
      ownMemory: 1e6 / medianOf((run) => run.ownMemoryUs),
      strings: 1e6 / medianOf((run) => run.stringsUs),
    },
    ratio: {
      warm: medianOf((run) => (run.renderMs * 1000) / run.warmUs),
      cold: medianOf((run) => (run.renderMs * 1000) / run.coldUs),
      ownMemory: medianOf((run) => (run.renderMs * 1000) / run.ownMemoryUs),
    },
    spliceUs: medianOf((run) => run.spliceUs),
    linkUs: medianOf((run) => run.linkUs),
  };
}

const editionOf = (
  frame: ReturnType<typeof frameOf>,
  { stories }: EditionContent,
): Parameters<typeof openPieces>[1] => ({
  ...frame,
  categories: frame.categories.map(({ slug }) => slug),
  stories,
});

/** Readers of so many categories, the first of them always among them, in up to `CHOICES` choices and orders. */
function readersOf(chosen: number): Reader[] {
  const orders = ordersOf(
    Array.from({ length: CATEGORIES }, (_, i) => slugOf(i)),
    chosen,
  ).filter((order) => order.includes(slugOf(0)));
  const choices = orders.filter((_, i) => i % Math.ceil(orders.length / CHOICES) === 0);
  return Array.from({ length: READERS }, (_, i) => ({
    subscriberId: uuid(i),
    linkEpoch: 0,
    categories: choices[i % choices.length] ?? [],
  }));
}

const bytesOf = ({ html, text }: { html: string; text: string }) => ({
  htmlBytes: Buffer.byteLength(html),
  textBytes: Buffer.byteLength(text),
});

/** Microseconds for each of the readers, who come in batches. */
async function usEach(
  readers: readonly Reader[],
  work: (reader: Reader, take: Take) => unknown,
): Promise<number> {
  const memory = Buffer.allocUnsafeSlow(BATCH * MAIL_BYTES_MAX);
  let at = 0;
  const take: Take = (bytes) => memory.subarray(at, (at += bytes));
  const ms = await timeMs(() => {
    readers.forEach((reader, i) => {
      if (i % BATCH === 0) at = 0;
      if (work(reader, take) === undefined) throw new Error('a reader gets no mail');
    });
  });
  return (ms * 1000) / readers.length;
}

function linksOf(reader: Reader, siteUrl: string, slots: ReadonlySet<string>, issue = ISSUE) {
  const links = ownLinks(reader, { issue, siteUrl });
  for (const slot of slots) if (slot !== 'preferences' && slot !== 'unsubscribe') links.sign(slot);
  return links;
}

const ISSUE = createTokenMaker(SECRET);
