import type { Config } from '../shared/config.ts';
import { AppError, ConfigError, failure } from '../shared/errors.ts';
import { oneStory, rightToLeft } from './demo.ts';
import { demoMail, editionMails } from './digests.ts';
import { languagesFor, letterMails } from './letters.ts';
import type { Rendering } from './shown.ts';
import type { Source } from './source.ts';

/**
 * Render every mail of the preview, with templates and strings as they are in this process.
 *
 * Errors: AppError `edition.not_rendered`, `edition.marks`.
 */
export async function renderMails(
  source: Source,
  config: Config,
): Promise<Extract<Rendering, { mails: unknown }>> {
  const { siteUrl, at, day, notes } = source;
  const mails = [];
  for (const edition of source.editions) mails.push(...(await editionMails(config, edition, source.inForce)));
  mails.push(
    await demoMail('right-to-left', 'From right to left', rightToLeft(config, { day, at, siteUrl })),
  );
  mails.push(await demoMail('one-story', 'One story', oneStory(config, { day, at, siteUrl })));
  mails.push(...(await letterMails(config, { siteUrl, at, languages: languagesFor(config) })));
  return { name: config.newsroom.name, mails, notes };
}

/**
 * What went wrong, for who is writing a template: a sentence where it was foreseen, else with its trace; of what cannot be
 * read also the reason behind it, which names file and line.
 */
export function messageOfError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('query' in error) return failure(error).reason;
  const said = error instanceof AppError ? error.message : (error.stack ?? error.message);
  const cause = error instanceof AppError && !(error instanceof ConfigError) ? undefined : error.cause;
  return cause instanceof Error && !said.includes(cause.message) ? `${said}\n\n${cause.message}` : said;
}
