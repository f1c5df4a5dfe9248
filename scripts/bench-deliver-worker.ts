import { once } from 'node:events';
import { connect } from '../db/client.ts';
import { deliverWaiting } from '../src/deliver/deliver.ts';
import { createResendMailer } from '../src/deliver/resend.ts';
import { deliverDeps } from './bench-deliver-deps.ts';

/**
 * A worker in a process of its own: says `ready` when everything is loaded, begins when it is told anything, and says what
 * it took when nothing is left to hand over.
 */
export interface WorkerUse {
  cpuUs: number;
  /** The most memory that the process ever had. */
  peakMb: number;
}

const [url = '', baseUrl = ''] = process.argv.slice(2);
const connection = connect(url);
const deps = deliverDeps(connection.db);
const mailer = createResendMailer({
  apiKey: 're_bench',
  baseUrl,
  userAgent: 'broadside-bench/1',
  timeoutMs: 30_000,
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
await once(process, 'message');
const before = process.cpuUsage();
await deliverWaiting({ ...deps, mailer });
const { user, system } = process.cpuUsage(before);
const peakMb = process.resourceUsage().maxRSS / 1024;
process.send?.({ cpuUs: user + system, peakMb } satisfies WorkerUse);
