import { Worker } from 'node:worker_threads';
import { loadConfig, type Config } from '../shared/config.ts';
import type { Answer } from './child.ts';
import { messageOfError, renderMails } from './mails.ts';
import type { Source } from './source.ts';

/**
 * A process that renders one set of mails: started by `child.ts`, it is told the configuration's file and answers with what
 * that says, then it is told a Source and answers with a Rendering.
 */
process.once('message', (configFile) => {
  void begin(configFile as string);
});

async function begin(configFile: string): Promise<void> {
  try {
    const config = await loadConfig(configFile);
    process.once('message', (source) => void finish(source as Source, config));
    say({ config });
  } catch (error) {
    say({ failed: messageOfError(error) });
  }
}

async function finish(source: Source, config: Config): Promise<void> {
  say(await renderMails(source, config).catch((error: unknown) => ({ failed: messageOfError(error) })));
}

/** A template that runs for ever hears nothing; a thread of its own sees that nobody waits for it any more. */
const ORPHANED = `const parent = process.ppid; setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 500)`;
new Worker(ORPHANED, { eval: true }).unref();

const say = (answer: Answer) => process.send?.(answer);
