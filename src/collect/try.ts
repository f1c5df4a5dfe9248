import { open } from 'node:fs/promises';
import type { Config } from '../shared/config.ts';
import { failure, invalid, refused } from '../shared/errors.ts';
import type { PublicHttp } from '../shared/ports.ts';
import { forEachLimited } from '../shared/retry.ts';
import { parseFeedDocument } from './feed/document.ts';
import { shownFeed, type ShownFeed } from './feed/shown.ts';
import { sniff } from './feed/sniff.ts';
import type { PageReader } from './page/reader.ts';
import { shownPage } from './page/shown.ts';
import { wallOf } from './page/wall.ts';
import { badStatus } from './status.ts';

/** What trying needs of the world: no database. */
export interface TryDeps {
  http: PublicHttp;
  pages: PageReader;
  config: Config;
  clock: { now(): Date };
}

/** What would be collected from one address or file, or why nothing would be. */
export type Tried =
  | ({ input: string; kind: 'feed' } & ShownFeed)
  | ReturnType<typeof shownPage>
  | { input: string; error: { code: string; message: string } };

/**
 * Show what would be collected from addresses and files, without touching the database.
 *
 * Shape: `onTried` is called once for each input, in their order. Entries of a feed without a link are shown as well,
 * although collecting leaves them out. What a file holds, a feed or a page, is told from its first bytes.
 * Errors: none; what goes wrong is an answer.
 */
export async function tryInputs(
  deps: TryDeps,
  inputs: readonly string[],
  onTried: (tried: Tried) => void,
): Promise<void> {
  const done = new Map<number, Tried>();
  let next = 0;
  await forEachLimited(inputs, deps.config.collect.concurrency, async (input, index) => {
    done.set(index, await tryInput(deps, input));
    for (let tried = done.get(next); tried; tried = done.get(next)) {
      done.delete(next);
      next += 1;
      onTried(tried);
    }
  });
}

async function tryInput(deps: TryDeps, input: string): Promise<Tried> {
  try {
    const read = isAddress(input) ? await fetched(deps, input) : await fromFile(deps, input);
    return await shown(deps, input, read);
  } catch (error) {
    const { code, reason: message } = failure(error);
    return { input, error: { code, message } };
  }
}

interface Read {
  body: Buffer;
  /** Undefined of a file, whose addresses are then read as it says itself. */
  url: string | undefined;
  contentType: string | undefined;
}

const isAddress = (input: string) => /^[a-z][a-z0-9+.-]+:\/\//i.test(input);
/** Where a page is taken to be that was read from a file. */
const FILE_URL = 'https://file.invalid/';

async function fetched({ http, config, clock }: TryDeps, url: string): Promise<Read> {
  const { feedBytesMax: bytesMax, timeoutMs } = config.collect;
  const response = await http.fetchPublic({ url, bytesMax, timeoutMs });
  const wall = wallOf(response);
  if (wall) throw refused(wall.code, wall.reason);
  if (response.status !== 200) throw badStatus(response, clock.now());
  return { body: response.body, url: response.url, contentType: response.headers['content-type'] };
}

async function fromFile({ config }: TryDeps, path: string): Promise<Read> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw invalid(
      'try.no_file',
      `There is no file ${path} that can be read (${error.code ?? error.message}).`,
    );
  });
  try {
    const about = await file.stat();
    if (!about.isFile()) throw invalid('try.no_file', `${path} is not a file; name the files in it.`);
    const { size } = about;
    if (size > config.collect.feedBytesMax)
      throw invalid('try.too_large', `${path} is larger than collect.feedBytesMax allows.`);
    return { body: await file.readFile(), url: undefined, contentType: undefined };
  } finally {
    await file.close();
  }
}

async function shown({ pages }: TryDeps, input: string, { body, url, contentType }: Read): Promise<Tried> {
  if (sniff(body, contentType) !== 'page')
    return { input, kind: 'feed', ...shownFeed(parseFeedDocument(body, { url, contentType })) };
  const page = await pages.read({ body, url: url ?? FILE_URL, contentType });
  return shownPage(input, page);
}
