import type { Command } from 'commander';
import { listSubscribers, markSubscriberPaused } from '../db/subscriber.ts';
import { readDay, type Shell } from './cli-shell.ts';
import type { Deps } from './deps.ts';
import { addressKey, parseAddress } from './shared/address.ts';
import { dayOf, instantOf } from './shared/day.ts';
import { invalid, notFound } from './shared/errors.ts';
import { addSubscriber } from './subscribe/add.ts';

interface Addition {
  categories: string;
  name?: string;
  cadence: string;
  timezone?: string;
  confirmed?: boolean;
}

/** The commands about who gets the digest. */
export function subscriberCommands(
  program: Command,
  { withDeps, say }: Pick<Shell, 'withDeps' | 'say'>,
): void {
  const subscriber = program.command('subscriber').description('who gets the digest');
  subscriber
    .command('add <address>')
    .description('add somebody; they are asked to confirm, unless --confirmed')
    .requiredOption('--categories <slugs>', 'chosen categories, with commas between them')
    .option('--name <name>', 'how they are greeted')
    .option('--cadence <cadence>', 'daily or weekly', 'daily')
    .option('--timezone <name>', 'theirs, such as Europe/Paris; without it the newsroom’s')
    .option('--confirmed', 'you have their consent and vouch for it')
    .action((address: string, options: Addition) =>
      withDeps(async (deps) => say(await addOne(deps, address, options))),
    );
  subscriber
    .command('pause <address>')
    .description('send somebody no edition until a day, on which they get it again')
    .requiredOption('--until <day>', 'the first day with a digest again, as YYYY-MM-DD')
    .action((address: string, { until }: { until: string }) =>
      withDeps(async (deps) => say(await pauseOne(deps, address, until))),
    );
  subscriber
    .command('unpause <address>')
    .description('send somebody the digest again who was paused')
    .action((address: string) =>
      withDeps(async (deps) => {
        await getPaused(deps, address, null);
        say('Gets the digest again, from the next edition on.');
      }),
    );
  subscriber
    .command('list')
    .description('everybody, with their cadence and categories')
    .option('--json', 'one JSON object per subscriber')
    .action(({ json }: { json?: boolean }) =>
      withDeps(async ({ db }) => {
        for (const row of await listSubscribers(db, { limit: ROWS_MAX }))
          say(json ? JSON.stringify(row) : lineOf(row));
      }),
    );
}

const ROWS_MAX = 1_000_000;

/** Address, state, cadence, categories, and what keeps mails from them. */
function lineOf({
  address,
  state,
  cadence,
  categories,
  pausedUntil,
  suppressed,
}: Awaited<ReturnType<typeof listSubscribers>>[number]): string {
  const barred = [
    ...(pausedUntil ? [`paused until ${pausedUntil.toISOString().slice(0, 10)}`] : []),
    ...(suppressed ? ['suppressed'] : []),
  ];
  return [address, state, cadence, categories.join(', '), ...barred].join('\t');
}

const ADDED = {
  added: 'Added.',
  known: 'This address is known already; nothing was changed.',
  left: 'This address has left, and only its owner can come back; nothing was changed.',
};

const ASKED =
  'Added; they are asked to confirm by a letter, which goes out with "npm start" or the next "deliver".';

async function addOne(deps: Deps, address: string, options: Addition): Promise<string> {
  const { name, cadence, timezone, confirmed = false } = options;
  const categories = options.categories.split(',').map((slug) => slug.trim());
  const known = deps.config.categories.map(({ slug }) => slug);
  const unknown = categories.filter((slug) => !known.includes(slug));
  if (unknown.length > 0)
    throw invalid(
      'subscription.categories',
      `There is no category "${unknown.join('", "')}". There are: ${known.join(', ')}.`,
    );
  const added = { address, name, categories, cadence, timezone, confirmed, route: 'cli' as const };
  const outcome = await addSubscriber(deps, added);
  return outcome === 'added' && !confirmed ? ASKED : ADDED[outcome];
}

async function pauseOne(deps: Deps, address: string, typed: string): Promise<string> {
  const { timezone } = deps.config.newsroom;
  const until = readDay(typed) ?? '';
  if (until <= dayOf(deps.clock.now(), timezone))
    throw invalid('subscriber.pause', 'This day is not in the future; nothing was changed.');
  await getPaused(deps, address, instantOf(until, '00:00', timezone));
  return `Gets no edition until ${until}. What was begun for them before still goes out.`;
}

/** Errors: AppError `subscriber.address`, `subscriber.unknown`. */
async function getPaused({ db, secret }: Deps, typed: string, until: Date | null): Promise<void> {
  const address = parseAddress(typed);
  if (address === undefined)
    throw invalid('subscriber.address', 'This is not a mail address; it should look like name@example.org.');
  if (!(await markSubscriberPaused(db, addressKey(secret, address), until)))
    throw notFound('subscriber.unknown', 'There is no subscriber with this address.');
}
