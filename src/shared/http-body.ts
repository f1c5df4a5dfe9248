import { pipeline, Readable, type Duplex } from 'node:stream';
import zlib from 'node:zlib';
import { upstream } from './errors.ts';
import { watchPace, type Pace } from './http-pace.ts';

/**
 * Read a body to its end, decompressed.
 *
 * Units: `bytesMax` counts what comes out of the decompression, so that a small answer cannot become a huge one. Never
 * more than twice that is held.
 * Errors: AppError `fetch.too_large`, `fetch.too_slow`, `fetch.bad_answer` (an encoding that is not known); else the
 * stream's own.
 */
export async function readBody(body: Readable, about: BodyAbout): Promise<Buffer> {
  try {
    const stream = await decoded(body, about);
    const pace = watchPace(about.host, (error) => stream.destroy(error), about.paceMs);
    return await readWhole(stream, { ...about, pace }).finally(() => pace.stop());
  } catch (error) {
    // Nobody reads on, so nobody may go on sending.
    body.on('error', () => {}).destroy();
    throw error;
  }
}

export interface BodyAbout {
  host: string;
  /** The Content-Encoding header. */
  encoding: string | undefined;
  bytesMax: number;
  /** How long a body may come too slowly. */
  paceMs?: number;
}

async function readWhole(
  stream: Readable,
  { host, bytesMax, pace }: BodyAbout & { pace: Pace },
): Promise<Buffer> {
  const store = createStore();
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    pace.count(chunk.length);
    if (store.bytes() + chunk.length > bytesMax)
      throw upstream(
        'fetch.too_large',
        `${host} sent more than ${inWords(bytesMax)}, the most that is read.`,
      );
    store.add(chunk);
  }
  return store.whole();
}

/** Keeps pieces in blocks: a body that comes byte by byte would else be held as millions of them. */
function createStore() {
  const blocks: Buffer[] = [];
  let [last, filled] = [Buffer.alloc(0), 0];
  const bytes = () => blocks.length * BLOCK_BYTES - (last.length - filled);
  return {
    bytes,
    add(chunk: Buffer): void {
      for (let from = 0; from < chunk.length;) {
        if (filled === last.length) {
          [last, filled] = [Buffer.allocUnsafeSlow(BLOCK_BYTES), 0];
          blocks.push(last);
        }
        const copied = chunk.copy(last, filled, from);
        filled += copied;
        from += copied;
      }
    },
    whole: () => (blocks.length === 1 ? last.subarray(0, filled) : Buffer.concat(blocks, bytes())),
  };
}

const BLOCK_BYTES = 65_536;

async function decoded(body: Readable, { host, encoding }: BodyAbout): Promise<Readable> {
  const names = encodingsIn(encoding);
  if (names.length === 0) return body;
  if (names.length > ENCODINGS_MAX)
    throw upstream('fetch.bad_answer', `${host} answered in more encodings than anybody needs.`);
  // An answer without a body may still name its encoding; no decoder takes nothing for an end.
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return Readable.from([]);
  const source = Readable.from(startingWith(first.value, chunks), { objectMode: false });
  const decoders = names.map((name) => decoderFor(name, first.value)).filter((each) => each !== undefined);
  if (decoders.length < names.length)
    throw upstream('fetch.bad_answer', `${host} answered in an encoding that is not known here.`);
  // The loop that reads the last stream sees every error; the callback only keeps it from being thrown twice.
  return decoders.reduce<Readable>((stream, decoder) => pipeline(stream, decoder, () => {}), source);
}

/** In the order in which they are undone. */
function encodingsIn(header = ''): string[] {
  const names = header
    .toLowerCase()
    .split(',', ENCODINGS_MAX + 1)
    .toReversed();
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** Servers have never agreed on whether `deflate` has zlib's two bytes before it; the first byte tells. */
function decoderFor(name: string, first: Buffer): Duplex | undefined {
  const isRaw = name === 'deflate' && ((first[0] ?? 8) & 15) !== 8;
  return isRaw ? zlib.createInflateRaw(LENIENT) : DECODERS.get(name)?.();
}

const ENCODINGS_MAX = 3;

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_d_windowLogMax } = zlib.constants;

/** As in browsers, an end that is missing is no fault: whether all has come is for the HTTP around it to say. */
const LENIENT = { flush: Z_SYNC_FLUSH, finishFlush: Z_SYNC_FLUSH };
const LENIENT_BROTLI = { flush: BROTLI_OPERATION_FLUSH, finishFlush: BROTLI_OPERATION_FLUSH };
/** Source: RFC 9659 (no more than 8 MB of window over HTTP). */
const ZSTD_WINDOW = { params: { [ZSTD_d_windowLogMax]: 23 } };

const DECODERS = new Map<string, () => Duplex>([
  ['gzip', () => zlib.createGunzip(LENIENT)],
  ['x-gzip', () => zlib.createGunzip(LENIENT)],
  ['deflate', () => zlib.createInflate(LENIENT)],
  ['br', () => zlib.createBrotliDecompress(LENIENT_BROTLI)],
  ['zstd', () => zlib.createZstdDecompress(ZSTD_WINDOW)],
]);

function inWords(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 100_000) / 10} MB` : `${Math.ceil(bytes / 1000)} kB`;
}
