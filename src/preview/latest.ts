import { messageOfError } from './mails.ts';
import type { Rendering } from './shown.ts';

/** The last rendering, as long as it still holds. */
export interface Latest {
  /** Shape: what goes wrong is an answer too, and is tried again by who asks next. */
  get(): Promise<Rendering>;
  /** It would come out otherwise now. */
  forget(): void;
}

/** Render once for each stamp, for however many ask. */
export function createLatest({
  stamp,
  render,
}: {
  stamp: () => Promise<string>;
  render: () => Promise<Rendering>;
}): Latest {
  let last: { stamp: string; rendering: Promise<Rendering> } | undefined;
  const renderAs = (stamp: string): Promise<Rendering> => {
    const own = { stamp, rendering: render() };
    own.rendering.catch(() => {
      if (last === own) last = undefined;
    });
    last = own;
    return own.rendering;
  };
  return {
    async get() {
      try {
        const now = await stamp();
        return await (last?.stamp === now ? last.rendering : renderAs(now));
      } catch (error) {
        return { failed: messageOfError(error) };
      }
    },
    forget() {
      last = undefined;
    },
  };
}
