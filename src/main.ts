import { serve } from '@hono/node-server';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { startSchedule } from '../jobs/schedule.ts';
import { createDeps, type Deps } from './deps.ts';
import { deliverWaiting } from './deliver/deliver.ts';
import { deliverLetters } from './deliver/letters.ts';
import { createTurn } from './deliver/pace.ts';
import { readEnv, type Env } from './shared/env.ts';
import { AppError } from './shared/errors.ts';
import { createStages } from './stages.ts';
import { createApp } from './web/app.tsx';

/** What a process of the newsroom does. */
export interface Roles {
  web: boolean;
  work: boolean;
}

export interface Running {
  /** Where the site is; null without it. */
  url: string | null;
  /** Stop in order: no new requests, no new jobs, what runs is finished, then the connections. */
  close(): Promise<void>;
}

/**
 * Start the newsroom: the site, the schedule and the work, or a part of them.
 *
 * Errors: ConfigError, AppError `database.*`, `web.port_in_use`; whatever was opened before is closed again.
 */
export async function start(env: Env, roles: Roles): Promise<Running> {
  const deps = await createDeps(env);
  try {
    await deps.sampleSources?.start();
    const site = roles.web ? await listen(deps) : undefined;
    const schedule = roles.work ? startWork(deps) : undefined;
    return {
      url: site?.url ?? null,
      close: async () => {
        await site?.close();
        await schedule?.stop();
        await deps.close();
      },
    };
  } catch (error) {
    await deps.close();
    throw error;
  }
}

/** Run until SIGINT or SIGTERM; a second one ends the process at once. */
export async function run(roles: Roles): Promise<void> {
  // Heard from the start on: a process that a signal simply ends would leave its database running.
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
  });
  const running = await start(readEnv(process.env), roles);
  if (running.url) process.stdout.write(`The newsroom is open at ${running.url} (Ctrl-C stops it)\n`);
  await asked;
  await running.close();
}

function startWork(deps: Deps) {
  const stages = createStages(deps);
  const inTurn = createTurn();
  const stopping = new AbortController();
  const { signal } = stopping;
  const schedule = startSchedule({
    ...deps,
    holder: randomUUID(),
    work: {
      ...stages,
      collect: () => stages.collect({ signal }),
      comment: () => stages.comment({ signal }),
      deliver: () => inTurn(() => stages.deliver({ signal })),
      batches: () => inTurn(() => deliverWaiting(deps, { signal })),
      letters: () => deliverLetters(deps),
    },
  });
  return {
    async stop() {
      stopping.abort();
      await schedule.stop();
    },
  };
}

function listen(deps: Deps): Promise<{ url: string; close(): Promise<void> }> {
  const { HOST: hostname, PORT: port } = deps.env;
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: createApp(publicly(deps)).fetch, hostname, port }, (info: AddressInfo) => {
      const host = hostname === '127.0.0.1' || hostname === '0.0.0.0' ? 'localhost' : info.address;
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${info.port}`,
        close: () =>
          new Promise((done) => {
            const late = setTimeout(
              () => 'closeAllConnections' in server && server.closeAllConnections(),
              STOP_GRACE_MS,
            );
            server.close(() => {
              clearTimeout(late);
              done();
            });
            if ('closeIdleConnections' in server) server.closeIdleConnections();
          }),
      });
    });
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, { hostname, port })));
  });
}

/** How long a request that has begun may take to end once the site stops; one that never ends would hold it open. */
const STOP_GRACE_MS = 5_000;

function listenError(
  error: NodeJS.ErrnoException,
  { hostname, port }: { hostname: string; port: number },
): AppError {
  if (error.code === 'EADDRINUSE')
    return new AppError(
      'conflict',
      'web.port_in_use',
      `Port ${port} is in use; end what listens there, or set PORT to another.`,
      { cause: error },
    );
  const reason = error.code ?? error.message;
  return new AppError(
    'conflict',
    'web.not_listening',
    `Cannot listen on ${hostname}:${port} (${reason}); check HOST and PORT.`,
    { cause: error },
  );
}

/** In production nobody may look into the outbox: its mails hold addresses and links. */
function publicly(deps: Deps): Deps {
  return deps.env.NODE_ENV === 'production' ? { ...deps, outboxDir: null } : deps;
}
