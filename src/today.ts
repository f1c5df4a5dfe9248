import { countSubscribers } from '../db/subscriber.ts';
import type { Deps } from './deps.ts';
import type { Printer } from './printer.ts';
import { collectLine, commentLine, composeLine, deliverLines } from './report.ts';
import { createStages } from './stages.ts';

/**
 * Run the newsroom's whole day once: collect, comment, compose, deliver.
 *
 * Shape: one line per stage while it works, then a summary; with `json` one object per stage and nothing else. Safe to
 * repeat: a second run changes nothing and says so.
 */
export async function today(deps: Deps, printer: Printer): Promise<void> {
  const stages = createStages(deps);
  const collected = await printer.stage(
    'collect',
    (onProgress) => stages.collect({ onProgress }),
    collectLine,
  );
  const commented = await printer.stage(
    'comment',
    (onProgress) => stages.comment({ onProgress, waitMs: deps.config.comment.waitSeconds * 1000 }),
    commentLine,
  );
  const composed = await printer.stage('compose', () => stages.compose(), composeLine);
  const delivered = await printer.stage(
    'deliver',
    (onProgress) => stages.deliver({ onProgress }),
    deliverLines,
  );
  if (delivered.stopped !== null) process.exitCode = 1;
  const changed =
    collected.articles.added + collected.articles.updated + commented.written + commented.withoutOpinion >
      0 ||
    composed.outcome === 'composed' ||
    composed.weekly?.outcome === 'composed' ||
    delivered.planned + delivered.letters.sent > 0;
  const subscribers = await countSubscribers(deps.db, 'confirmed');
  printer.summary([
    changed ? 'The day is done.' : unchangedLine(collected.sources.failed),
    `${subscribers} confirmed subscriber${subscribers === 1 ? '' : 's'}.`,
    ...mailLines(deps),
    ...nextLines(deps),
  ]);
}

function unchangedLine(sourcesFailed: number): string {
  if (sourcesFailed === 0) return 'Nothing new: the day was done already, and nothing was changed.';
  return `Nothing was changed, and ${sourcesFailed} of the sources could not be read (see above); they are asked again later.`;
}

function mailLines({ outboxDir, mailer }: Deps): string[] {
  if (outboxDir) return [`The mails lie in ${outboxDir} (nothing was sent).`];
  return [`Mails go out by ${mailer.name}.`];
}

function nextLines({ config, model, siteUrl }: Deps): string[] {
  const lines = [`Next: npm start, then open ${siteUrl}`];
  if (config.sample)
    lines.push(
      'To make it yours, edit broadside.config.ts; set OPENAI_API_KEY and RESEND_API_KEY when you are ready.',
    );
  else if (!model)
    lines.push('Set OPENAI_API_KEY (or OPENAI_BASE_URL) to have opinions and actions written.');
  return lines;
}
