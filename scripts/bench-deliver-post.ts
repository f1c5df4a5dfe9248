import { once } from 'node:events';
import { Pool } from 'undici';

/**
 * The most that one process can do: it posts one ready-made body of four megabytes again and again, with as many calls
 * under way as a worker has. Says `ready`, begins when it is told anything, and says how many calls it made in how long.
 */
export interface PostRate {
  calls: number;
  ms: number;
  cpuUs: number;
}

const [baseUrl = '', seconds = '', lanes = ''] = process.argv.slice(2);
const body = Buffer.alloc(3_980_000, 'a');
const pool = new Pool(baseUrl, { connections: Number(lanes), pipelining: 1 });
process.on('disconnect', () => process.exit());
process.send?.('ready');
await once(process, 'message');
const before = process.cpuUsage();
let calls = 0;
const from = performance.now();
const until = from + Number(seconds) * 1000;
await Promise.all(Array.from({ length: Number(lanes) }, () => post()));
const { user, system } = process.cpuUsage(before);
process.send?.({ calls, ms: performance.now() - from, cpuUs: user + system } satisfies PostRate);

async function post(): Promise<void> {
  while (performance.now() < until) {
    const headers = { 'content-type': 'application/json', 'user-agent': 'broadside-bench/1' };
    const { body: answer } = await pool.request({ path: '/emails/batch', method: 'POST', headers, body });
    await answer.json();
    calls += 1;
  }
}
