import { loadConfig } from '../shared/config.ts';
import { AppError } from '../shared/errors.ts';
import { oneStory, rightToLeft } from './demo.ts';
import { demoMail, editionMails } from './digests.ts';
import { languagesFor, letterMails } from './letters.ts';
import type { Rendering } from './shown.ts';
import type { Source } from './source.ts';

/**
 * Render every mail of the preview, with templates, strings and configuration as they are now.
 *
 * Errors: ConfigError; AppError `edition.not_rendered`, `edition.marks`.
 */
export async function renderMails(source: Source): Promise<Extract<Rendering, { mails: unknown }>> {
  const config = await loadConfig(source.configFile);
  const { siteUrl, at, day, notes } = source;
  const mails = [];
  for (const edition of source.editions) mails.push(...(await editionMails(config, edition, source.inForce)));
  mails.push(
    await demoMail('right-to-left', 'From right to left', rightToLeft(config, { day, at, siteUrl })),
  );
  mails.push(await demoMail('one-story', 'One story', oneStory(config, { day, at, siteUrl })));
  mails.push(...(await letterMails(config, { siteUrl, at, languages: languagesFor(config) })));
  return { mails, notes };
}

/** What went wrong, for who is writing a template: a sentence where it was foreseen, else with its trace. */
export function messageOfError(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
