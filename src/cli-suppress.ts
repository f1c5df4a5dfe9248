import type { Command } from 'commander';
import { findSubscriberByKey } from '../db/subscriber.ts';
import type { Suppression } from '../db/suppression.ts';
import type { Shell } from './cli-shell.ts';
import { timeOf } from './comment/review/wrap.ts';
import type { Deps } from './deps.ts';

/** The commands about addresses to which nothing is sent. */
export function suppressCommands(deliver: Command, { withDeps, say }: Pick<Shell, 'withDeps' | 'say'>): void {
  deliver
    .command('suppress <address>')
    .description('send nothing more to an address, whoever asks for it')
    .option('--reason <text>', 'why; kept with it')
    .action((address: string, { reason: note }: { reason?: string }) =>
      withDeps(async (deps) => {
        const { suppress } = await import('./deliver/suppress.ts');
        const causes = await suppress(deps, { address, note });
        for (const line of ['Nothing more is sent to this address.', ...linesOf(causes, deps)]) say(line);
      }),
    );
  deliver
    .command('unsuppress <address>')
    .description('let mails go to an address again, whatever had happened')
    .action((address: string) =>
      withDeps(async (deps) => {
        const { unsuppress } = await import('./deliver/suppress.ts');
        const causes = await unsuppress(deps, address);
        for (const line of causes.length > 0 ? [LET_GO, ...linesOf(causes, deps)] : [NOTHING]) say(line);
      }),
    );
  deliver
    .command('suppressed [address]')
    .description('why nothing is sent to an address; without one the last that were suppressed')
    .option('--json', 'one JSON object per cause')
    .action((address: string | undefined, { json }: { json?: boolean }) =>
      withDeps(async (deps) => {
        const { findSuppression, listRecentSuppressions } = await import('./deliver/suppress.ts');
        const found =
          address === undefined
            ? await listRecentSuppressions(deps, { limit: RECENT_MAX })
            : await findSuppression(deps, address);
        if (json) for (const each of found) say(JSON.stringify(each));
        else if (found.length === 0) say(address === undefined ? NOBODY : NOTHING);
        else if (address === undefined) for (const line of await recentLines(found, deps)) say(line);
        else for (const line of linesOf(found, deps)) say(line);
      }),
    );
}

const RECENT_MAX = 100;
const LET_GO = 'Mails go to this address again. What had stood against it:';
const NOTHING = 'Nothing stands against this address.';
const NOBODY = 'No address is suppressed.';

const CAUSES: Record<Suppression['cause'], string> = {
  bounced: 'a mail to it bounced for good',
  bounces: 'mails to it bounced for a while, too often',
  complained: 'its owner complained of a mail',
  provider: 'the mail provider refuses it',
  person: 'a person of the newsroom said so',
};

const linesOf = (causes: readonly Suppression[], { config }: Pick<Deps, 'config'>): string[] =>
  causes.map((each) => `  ${lineOf(each, config.newsroom.timezone)}`);

function lineOf({ at, cause, note }: Suppression, timezone: string): string {
  return `${timeOf(at, timezone)}  ${CAUSES[cause]}${note === null ? '' : `: ${note}`}`;
}

/** Of addresses only keys are kept; whose they are is known as long as the subscriber is there. */
async function recentLines(found: readonly Suppression[], { db, config }: Deps): Promise<string[]> {
  const lines = [];
  for (const each of found) {
    const subscriber = await findSubscriberByKey(db, each.addressKey);
    lines.push(`${lineOf(each, config.newsroom.timezone)}\t${subscriber?.address ?? '(nobody who is here)'}`);
  }
  return lines;
}
