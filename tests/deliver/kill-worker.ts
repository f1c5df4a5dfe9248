import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../db/client.ts';
import { createComposer } from '../../src/compose/composer.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import { createResendMailer } from '../../src/deliver/resend.ts';
import { readerDeps } from '../helpers/readers.ts';
import { killConfig, type WorkerOrder } from './kill-run.ts';

/** A worker that delivers as the program does until nothing is left to hand over; made to be killed. */
const { url, baseUrl, leaseMs, timeoutMs, aheadMs } = JSON.parse(process.argv[2] ?? '{}') as WorkerOrder;
process.on('disconnect', () => process.exit());
const { db } = connect(url);
const clock = { now: () => new Date(Date.now() + aheadMs) };
const deps = { ...readerDeps(db, killConfig()), clock };
const mailer = createResendMailer({ apiKey: 're_test', baseUrl, userAgent: 'broadside/test', timeoutMs });
const desk = { ...deps, mailer, composer: createComposer(deps) };
while ((await deliver(desk, { leaseMs, backOffMs: 50 })).waiting > 0) await sleep(50);
process.exit();
