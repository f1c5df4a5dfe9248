import { Agent, request } from 'node:http';
import { connect } from '../../db/client.ts';
import { createPace } from '../../src/deliver/pace.ts';
import { readersConfig } from '../helpers/readers.ts';

/** Calls a server as fast as the pace lets it, until it is killed: `node pace-worker.ts <database> <url> <rate>` */
const [database = '', url = '', rate = ''] = process.argv.slice(2);
const { db } = connect(database, { connectionsMax: 2 });
const config = readersConfig({ deliver: { requestsPerSecond: Number(rate) } });
const pace = createPace({ db, config, clock: { now: () => new Date() } }, { name: 'resend' });
const agent = new Agent({ keepAlive: true });
/** Whoever started it should have killed it long ago. */
const over = AbortSignal.timeout(60_000);

const call = () =>
  new Promise<void>((done, fail) => {
    const post = request(url, { method: 'POST', agent }, (response) => response.resume().on('end', done));
    post.on('error', fail).end(`{"from":${process.pid}}`);
  });

async function lane(): Promise<void> {
  while (!over.aborted) {
    const held = await pace.enter(100, over);
    if (held) throw new Error(held.reason);
    await call();
  }
}

await Promise.all([lane(), lane(), lane(), lane()]);
process.exit();
