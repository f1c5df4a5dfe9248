import { pipeline, type Duplex, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { upstream } from './errors.ts';

/**
 * Read a body to its end, decompressed.
 *
 * Units: `bytesMax` counts what comes out of the decompression, so that a small answer cannot become a huge one.
 * Errors: AppError `fetch.too_large`, `fetch.bad_answer` (an encoding that we did not ask for); else the stream's own.
 */
export async function readBody(
  body: Readable,
  { host, encoding, bytesMax }: { host: string; encoding: string | undefined; bytesMax: number },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of decoded(body, host, encoding) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax)
      throw upstream(
        'fetch.too_large',
        `${host} sent more than ${inWords(bytesMax)}, the most that is read.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(body: Readable, host: string, encoding: string | undefined): Readable {
  const names = (encoding ?? '').toLowerCase().split(',').toReversed();
  let stream = body;
  for (const name of names.map((text) => text.trim()).filter((text) => text !== '' && text !== 'identity')) {
    const decoder = DECODERS[name]?.();
    if (!decoder)
      throw upstream('fetch.bad_answer', `${host} answered in an encoding that is not known here.`);
    // The loop that reads the last stream sees every error; the callback only keeps it from being thrown twice.
    stream = pipeline(stream, decoder, () => {});
  }
  return stream;
}

const DECODERS: Record<string, () => Duplex> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function inWords(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 100_000) / 10} MB` : `${Math.ceil(bytes / 1000)} kB`;
}
