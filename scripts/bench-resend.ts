import { randomUUID } from 'node:crypto';
import { createServer, Socket, type AddressInfo, type SocketConstructorOpts } from 'node:net';

/**
 * A server shaped like Resend in a process of its own, that costs as little as it can: it reads a call to its end, looks
 * at the length and the key only, and answers with a hundred fresh ids whatever the number of mails. With `--count` it
 * also counts the mails; that costs it some microseconds each.
 *
 * Messages: it says its port first; asked anything, it says its `ServerCounts` since it was asked last.
 */
export interface ServerCounts {
  calls: number;
  /** Different keys; less than calls when some were made again. */
  keys: number;
  /** Of the bodies. */
  bytes: number;
  /** 0 unless it counts. */
  mails: number;
  cpuUs: number;
}

const counts = process.argv.includes('--count');
const NEEDLE = Buffer.from('"to":');
const END_OF_HEAD = '\r\n\r\n';
const READ_BYTES = 65_536;
let seen = { calls: 0, bytes: 0, mails: 0 };
let keys = new Set<string>();
let cpu = process.cpuUsage();

const server = createServer({ noDelay: true, pauseOnConnect: true }, serve);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', () => {
  const { user, system } = process.cpuUsage(cpu);
  cpu = process.cpuUsage();
  process.send?.({ ...seen, keys: keys.size, cpuUs: user + system } satisfies ServerCounts);
  seen = { calls: 0, bytes: 0, mails: 0 };
  keys = new Set();
});
process.on('disconnect', () => process.exit());

/** Read one connection's calls, one after the other. */
function serve(accepted: Socket): void {
  let head = '';
  let left = 0;
  let tail = Buffer.alloc(0);
  const socket = readInto(accepted, Buffer.alloc(READ_BYTES), (chunk) => {
    const body = left > 0 ? chunk : behindHead(chunk);
    if (!body) return;
    if (counts) tail = count(body, tail);
    seen.bytes += body.length;
    left -= body.length;
    if (left > 0) return;
    seen.calls += 1;
    tail = Buffer.alloc(0);
    socket.write(nextAnswer());
  });
  function behindHead(chunk: Buffer): Buffer | undefined {
    const at = chunk.indexOf(END_OF_HEAD);
    head += chunk.toString('latin1', 0, at < 0 ? chunk.length : at);
    if (at < 0) return undefined;
    left = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    keys.add(/^idempotency-key: *(\S+)/im.exec(head)?.[1] ?? '');
    head = '';
    return chunk.subarray(at + END_OF_HEAD.length);
  }
}

/**
 * Read a connection into the same memory again and again, which takes half the time of a fresh piece for each read. Node
 * offers that for connections that it makes, so one that it took is made anew from its handle, which has no public name.
 */
function readInto(accepted: Socket, buffer: Buffer, work: (chunk: Buffer) => void): Socket {
  const inner = accepted as unknown as Record<string, unknown>;
  const handle = inner[HANDLE];
  inner[HANDLE] = null;
  const callback = (bytes: number) => {
    work(buffer.subarray(0, bytes));
    return true;
  };
  const options = { handle, onread: { buffer, callback } } as SocketConstructorOpts;
  const socket = new Socket(options);
  socket.on('error', () => socket.destroy());
  socket.read(0);
  return socket;
}

const HANDLE = '_handle';

/** Count the mails of a chunk, together with the end of the one before; returns its own end. */
function count(chunk: Buffer, tail: Buffer): Buffer<ArrayBuffer> {
  const joined = Buffer.concat([tail, chunk]);
  for (let at = joined.indexOf(NEEDLE); at >= 0; at = joined.indexOf(NEEDLE, at + NEEDLE.length))
    seen.mails += 1;
  return Buffer.from(joined.subarray(Math.max(0, joined.length - NEEDLE.length + 1)));
}

const MAILS = 100;
const AGAIN = 64;
const bodies = Array.from({ length: AGAIN }, () => {
  const data = Array.from({ length: MAILS }, () => ({ id: randomUUID() }));
  const body = JSON.stringify({ data });
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  const bytes = Buffer.from(head + body, 'latin1');
  return { bytes, places: data.map(({ id }) => bytes.indexOf(id)) };
});
let answers = 0;

/** Ids as random as real ones, since those do not compress; each answer has others. */
function nextAnswer(): Buffer {
  const template = bodies[answers % AGAIN];
  if (!template) throw new Error('there is no answer');
  answers += 1;
  const mark = answers.toString(16).padStart(8, '0');
  for (const place of template.places) template.bytes.write(mark, place, 'latin1');
  // Written at once on an idle connection of loopback, so the next answer of this template does not change it.
  return template.bytes;
}
