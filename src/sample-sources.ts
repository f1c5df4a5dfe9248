import { samplePort } from '../sample/outlets.ts';
import { createSampleServer } from '../sample/server.ts';
import type { Config } from './shared/config.ts';
import { dayOf } from './shared/day.ts';
import type { Clock } from './shared/ports.ts';

/** The sample newsroom's sources, served over real HTTP on loopback by this very process. */
export interface SampleSources {
  /** Start serving, once; returns the port, which is another than the addresses say where that one is taken. */
  start(): Promise<number>;
  /** Where a sample host really answers; undefined for any other host. Starts serving when it must. */
  addressOf(host: string, port: number): Promise<{ host: string; port: number } | undefined>;
  close(): Promise<void>;
}

/** Make the sample's sources; nothing listens before somebody asks for them. */
export function createSampleSources(clock: Clock, { newsroom }: Config): SampleSources {
  const { timezone } = newsroom;
  const server = createSampleServer({ day: dayOf(clock.now(), timezone), timezone });
  let started: Promise<number> | undefined;
  const start = () => (started ??= server.listen().then(({ port }) => port));
  return {
    start,
    async addressOf(host, port) {
      if (port !== samplePort || !host.endsWith('.localhost')) return undefined;
      return { host: '127.0.0.1', port: await start() };
    },
    async close() {
      if (started) await started.then(() => server.close());
    },
  };
}
