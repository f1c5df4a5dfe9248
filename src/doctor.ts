import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { countSections } from '../db/commentary-section.ts';
import { getSpent } from '../db/model-call.ts';
import { findMailPace } from '../db/mail-pace.ts';
import { listActiveSources } from '../db/source.ts';
import { listTroubledSources } from '../db/source-health.ts';
import { troublesOf } from './collect/troubles.ts';
import { loadPrompts } from './comment/prompts/load.ts';
import { ceilingOn } from './deliver/ceiling.ts';
import { paceNameOf } from './deliver/pace.ts';
import type { Deps } from './deps.ts';
import { dayOf } from './shared/day.ts';
import { failure } from './shared/errors.ts';

/**
 * Say how the newsroom is set up and what keeps it from working. Configuration and database were judged when `deps` was
 * made; what is wrong with them never comes as far as here. Returns whether nothing is bad.
 */
export async function doctor(deps: Deps, say: (line: string) => void): Promise<boolean> {
  const { config, env, siteUrl, db } = deps;
  say(
    `ok    configuration: ${config.newsroom.name}, ${config.categories.length} categories, ${config.sources.length} sources`,
  );
  say(`ok    database: ${env.DATABASE_URL ? 'yours' : 'embedded'}, migrated`);
  say(`ok    site: ${siteUrl}`);
  const writes = await doctorModel(deps, say);
  await doctorMail(deps, say);
  if (config.sample) say('note  sample: this is the sample newsroom; remove `sample` when it is yours');
  const disk = await statfs(resolve(env.BROADSIDE_DATA));
  const freeGb = (disk.bavail * disk.bsize) / 1e9;
  say(`${freeGb < 1 ? 'bad ' : 'ok  '}  disk: ${freeGb.toFixed(1)} GB free in the data directory`);
  const sources = await listActiveSources(db, { limit: SOURCES_MAX });
  const failing = sources.filter(({ errorReason, pausedAt }) => errorReason && !pausedAt);
  for (const { title, errorReason } of failing) say(`bad   source ${title}: ${errorReason}`);
  const troubles = troublesOf(await listTroubledSources(db, { limit: SOURCES_MAX }), deps.clock.now());
  for (const { source, kind, reason } of troubles)
    if (kind === 'silent') say(`note  source ${source}: silent. ${reason}`);
  for (const { title, pausedAt } of sources) if (pausedAt) say(`note  source ${title}: paused`);
  return freeGb >= 1 && failing.length === 0 && writes;
}

/** Who carries the mail, how fast, and whether we hear what becomes of it. */
async function doctorMail(
  { db, env, mailer, clock, config }: Deps,
  say: (line: string) => void,
): Promise<void> {
  if (mailer.name === 'outbox') {
    say('note  mail: written to the outbox, nothing is sent; set RESEND_API_KEY, or MAILER=smtp');
    return;
  }
  const { requestsPerSecond, mailsPerDay, warmUp } = config.deliver;
  const ceiling = ceilingOn(config.deliver, clock.now().toISOString().slice(0, 10));
  const daily =
    ceiling === undefined
      ? ''
      : `, ${ceiling} mails today${warmUp && ceiling !== mailsPerDay ? ' (warm-up)' : ''}`;
  say(`ok    mail: ${mailer.name}, ${requestsPerSecond} calls a second${daily}`);
  if (mailer.name === 'resend' && !env.RESEND_WEBHOOK_SECRET)
    say('note  mail: bounces and complaints are not heard of; set RESEND_WEBHOOK_SECRET, see the README');
  if (mailer.name === 'smtp')
    say('note  mail: SMTP says nothing of bounces and complaints; suppress such readers yourself');
  const pace = await findMailPace(db, paceNameOf(mailer));
  if (pace?.heldUntil && pace.heldUntil > clock.now())
    say(`note  mail: nothing goes out before ${pace.heldUntil.toISOString()}: ${pace.heldReason ?? ''}`);
}

/** Who writes commentary, by which prompts, and what is spent of the day's ceiling. */
async function doctorModel(deps: Deps, say: (line: string) => void): Promise<boolean> {
  const { config, model, db, clock } = deps;
  if (!model) {
    say('note  model: none, so stories have no opinion and action; set OPENAI_API_KEY');
    return true;
  }
  const { tokensPerDay, usdPerDay, review, promptsDir } = config.comment;
  const spent = await getSpent(db, dayOf(clock.now(), config.newsroom.timezone));
  const money =
    usdPerDay === undefined ? '' : `, ${(spent.microUsd / 1e6).toFixed(2)} of ${usdPerDay} US dollars`;
  say(`ok    model: ${model.name}; today ${spent.tokens} of ${tokensPerDay} tokens${money}`);
  const waiting = await countSections(db, 'needs_review');
  if (waiting > 0) say(`note  review: ${waiting} texts wait for a person; npm run broadside -- review list`);
  else if (review === 'required') say('ok    review: every text waits for a person; none does now');
  try {
    await loadPrompts(promptsDir);
    return true;
  } catch (error) {
    say(`bad   prompts: ${failure(error).reason}`);
    return false;
  }
}

const SOURCES_MAX = 10_000;
