import { messageOfError, renderMails } from './mails.ts';
import type { Source } from './source.ts';
import type { Rendering } from './shown.ts';

/** A process that renders one set of mails and ends: started by `child.ts`, it answers with a Rendering. */
process.once('message', (source) => {
  void answer(source as Source);
});

async function answer(source: Source): Promise<void> {
  const rendering: Rendering = await renderMails(source).catch((error: unknown) => ({
    failed: messageOfError(error),
  }));
  process.send?.(rendering, () => process.disconnect());
}
