import { join, resolve } from 'node:path';
import { checkConnection, connect, type Db } from '../db/client.ts';
import { startEmbedded, type Embedded } from '../db/embedded.ts';
import { insertFact } from '../db/fact.ts';
import { ensureDatabase, migrate } from '../db/migrate.ts';
import { syncPetitions } from '../db/petition.ts';
import { syncSources } from '../db/source-sync.ts';
import { sampleCommentaries } from '../sample/commentary.ts';
import { sampleSubscribers } from '../sample/subscribers.ts';
import { createPageReader, type PageReader } from './collect/page/reader.ts';
import { createRobots, type Robots } from './collect/robots.ts';
import { createSampleModel } from './comment/sample.ts';
import { createComposer } from './compose/composer.ts';
import { syncOfficials } from './officials/import.ts';
import { createSampleSources, type SampleSources } from './sample-sources.ts';
import { readSecret } from './secret.ts';
import { loadConfig, type Config } from './shared/config.ts';
import type { Env } from './shared/env.ts';
import { ConfigError } from './shared/errors.ts';
import { createPublicHttp } from './shared/http.ts';
import { createLog } from './shared/log.ts';
import { VERSION } from './shared/version.ts';
import type { Clock, Composer, Embedder, Mailer, Model, Ports, PublicHttp } from './shared/ports.ts';
import { addSubscriber } from './subscribe/add.ts';

/** Everything that was built once, handed down to whoever needs a part of it. */
export interface Deps extends Ports {
  env: Env;
  db: Db;
  http: PublicHttp;
  pages: PageReader;
  robots: Robots;
  embedder: Embedder | undefined;
  model: Model | undefined;
  mailer: Mailer;
  composer: Composer;
  /** Where the outbox mailer writes; null with any other. */
  outboxDir: string | null;
  /** The sample newsroom's sources on loopback; absent in any other. */
  sampleSources: SampleSources | undefined;
  /** Give everything back, in order: sources, connections, database. */
  close(): Promise<void>;
}

/**
 * Build everything: configuration, database (started, migrated, in step with the configuration), drivers.
 *
 * Errors: ConfigError with every fault; AppError `database.*`. Whatever was opened before is closed again.
 */
export async function createDeps(env: Env): Promise<Deps> {
  const config = await loadConfig(env.BROADSIDE_CONFIG);
  const siteUrl = siteUrlOf(env, config);
  const dataDir = resolve(env.BROADSIDE_DATA);
  const secret = await readSecret(env, dataDir);
  const log = createLog(env.LOG_LEVEL);
  const clock: Clock = { now: () => new Date() };
  const database = await openDatabase(env, { config, dataDir });
  try {
    const drivers = await createDrivers(env, { config, clock, dataDir });
    const deps: Deps = {
      ...drivers,
      env,
      config,
      clock,
      log,
      secret,
      siteUrl,
      db: database.db,
      composer: createComposer({ config, clock, log, secret, siteUrl, db: database.db }),
      close: async () => {
        await drivers.close();
        await database.close();
      },
    };
    await keepInStep(deps);
    return deps;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Sample news and real news never meet in one database. */
export const databaseNameOf = ({ sample }: Config) => (sample ? 'sample' : 'broadside');

function siteUrlOf(env: Env, config: Config): string {
  const url = env.SITE_URL ?? (config.sample ? `http://localhost:${env.PORT}` : config.newsroom.url);
  if (env.NODE_ENV === 'production' && !config.sample && !url.startsWith('https:'))
    throw new ConfigError([
      {
        path: env.SITE_URL ? 'SITE_URL' : 'newsroom.url',
        problem: 'is not an https address, and this is production',
        remedy: 'Put the site behind https and write its address, such as https://news.example.org.',
      },
    ]);
  return url.replace(/\/+$/, '');
}

async function openDatabase(
  env: Env,
  { config, dataDir }: { config: Config; dataDir: string },
): Promise<{ db: Db; close(): Promise<void> }> {
  const embedded: Embedded | undefined = env.DATABASE_URL ? undefined : await startEmbedded(dataDir);
  const name = databaseNameOf(config);
  const url = env.DATABASE_URL ?? embedded?.url(name) ?? '';
  try {
    if (embedded) await ensureDatabase(embedded.url('postgres'), name);
    // Each source, page and article in hand holds a connection; what is written about it, the site and the letters need some beside.
    const { collect, comment, deliver } = config;
    const atOnce = Math.max(collect.concurrency, comment.concurrency, deliver.concurrency);
    const connectionsMax = atOnce + 14;
    const connection = connect(url, { connectionsMax });
    const close = async () => {
      await connection.close();
      await embedded?.stop();
    };
    try {
      await checkConnection(connection.db, url);
      await migrate(url);
      await refuseMixture(connection.db, config);
      return { db: connection.db, close };
    } catch (error) {
      await connection.close();
      throw error;
    }
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function refuseMixture(db: Db, config: Config): Promise<void> {
  const wanted = databaseNameOf(config);
  const kept = await insertFact(db, 'newsroom', wanted);
  if (kept === wanted) return;
  const [holds, is] =
    kept === 'sample'
      ? ['the sample newsroom', 'a newsroom of yours']
      : ['a newsroom of yours', 'the sample newsroom'];
  throw new ConfigError([
    {
      path: 'DATABASE_URL',
      problem: `names a database that holds ${holds}, but the configuration is ${is}`,
      remedy: 'Name an empty database: invented news and real readers must not meet.',
    },
  ]);
}

/** What reads the outside world: no database, so that a command can try things without one. */
export interface Readers {
  config: Config;
  clock: Clock;
  http: PublicHttp;
  pages: PageReader;
  close(): Promise<void>;
}

/** Build only what reads the outside world. Errors: ConfigError with every fault. */
export async function createReaders(env: Env): Promise<Readers> {
  const config = await loadConfig(env.BROADSIDE_CONFIG);
  const clock: Clock = { now: () => new Date() };
  return { config, clock, ...readersOf(config, clock) };
}

function readersOf(config: Config, clock: Clock) {
  const { allowHosts, hostGapMs, pageBytesMax: bytesMax } = config.collect;
  const { pageTimeoutMs: timeoutMs, pageMemoryMb: memoryMb } = config.collect;
  const sampleSources = config.sample ? createSampleSources(clock, config) : undefined;
  const http = createPublicHttp({
    userAgent: `Broadside/${VERSION} (+${config.newsroom.url})`,
    allowHosts,
    hostGapMs,
    clock,
    ...(sampleSources ? { connectTo: (host, port) => sampleSources.addressOf(host, port) } : {}),
  });
  const pages = createPageReader({ timeoutMs, memoryMb, bytesMax });
  return {
    http,
    pages,
    sampleSources,
    close: async () => {
      await pages.close();
      await http.close();
      await sampleSources?.close();
    },
  };
}

/** Each driver is loaded only when it is the one that was chosen: together they are larger than the rest of the program. */
async function createDrivers(
  env: Env,
  { config, clock, dataDir }: { config: Config; clock: Clock; dataDir: string },
) {
  const readers = readersOf(config, clock);
  const carrier = carrierOf(env, config);
  const outboxDir = carrier === 'outbox' ? join(dataDir, 'outbox') : null;
  const { mailer, close } = await createMailer({ ...env, MAILER: carrier }, { outboxDir, config });
  return {
    ...readers,
    mailer,
    outboxDir,
    robots: createRobots({
      http: readers.http,
      clock,
      userAgentName: 'Broadside',
      slowSite: (url, gapMs) => readers.http.slowSite(url, gapMs),
    }),
    embedder: await createEmbedderOf(env, config),
    model: await createModel(env, config),
    close: async () => {
      await close();
      await readers.close();
    },
  };
}

/** A key is enough to send for real; only the sample, whose readers are invented, never sends without being told to. */
export function carrierOf({ MAILER, RESEND_API_KEY }: Env, { sample }: Config): Mailer['name'] {
  return MAILER ?? (RESEND_API_KEY && !sample ? 'resend' : 'outbox');
}

async function createMailer(
  env: Env,
  { outboxDir, config }: { outboxDir: string | null; config: Config },
): Promise<{ mailer: Mailer; close: () => Promise<void> }> {
  if (env.MAILER === 'resend' && env.RESEND_API_KEY) {
    const { createResendMailer } = await import('./deliver/resend.ts');
    const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl } = env;
    const { url } = config.newsroom;
    const mailer = createResendMailer({
      apiKey,
      baseUrl,
      userAgent: `broadside/${VERSION} (+${url})`,
      timeoutMs: 30_000,
      connections: config.deliver.concurrency,
    });
    return { mailer, close: () => mailer.close() };
  }
  if (env.MAILER === 'smtp' && env.SMTP_URL) {
    const { createSmtpMailer } = await import('./deliver/smtp.ts');
    const mailer = createSmtpMailer(env.SMTP_URL);
    return { mailer, close: async () => mailer.close() };
  }
  const { createOutboxMailer } = await import('./deliver/outbox.ts');
  return { mailer: createOutboxMailer(outboxDir ?? 'outbox'), close: () => Promise.resolve() };
}

async function createModel(env: Env, config: Config): Promise<Model | undefined> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = env;
  if (!apiKey && !baseUrl) return config.sample ? createSampleModel(sampleCommentaries()) : undefined;
  const { createOpenAIModel } = await import('./comment/openai.ts');
  return createOpenAIModel({
    apiKey: apiKey ?? 'none',
    baseUrl,
    model,
    timeoutMs: config.comment.timeoutMs,
    tokenLimitField: config.comment.provider.tokenLimitField,
    responseFormat: config.comment.provider.responseFormat,
  });
}

async function createEmbedderOf(env: Env, { collect }: Config): Promise<Embedder | undefined> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = env;
  const { embeddingModel: model, timeoutMs } = collect;
  if (model === undefined || !(apiKey || baseUrl)) return undefined;
  const { createEmbedder } = await import('./collect/embed.ts');
  return createEmbedder({ apiKey: apiKey ?? 'none', baseUrl, model, timeoutMs });
}

/** What the configuration lists must stand in the tables before anything works with them. */
async function keepInStep(deps: Deps): Promise<void> {
  const { db, config } = deps;
  await syncSources(db, config);
  await syncPetitions(db, config);
  await syncOfficials(db, config);
  if (!config.sample) return;
  const known = new Set(config.categories.map(({ slug }) => slug));
  for (const { categories, ...person } of sampleSubscribers) {
    const chosen = categories.filter((slug) => known.has(slug));
    if (chosen.length > 0)
      await addSubscriber(deps, {
        ...person,
        categories: chosen,
        confirmed: true,
        route: 'sample',
        sample: true,
      });
  }
}
