import type { Hono } from 'hono';
import type { Db } from '../../db/client.ts';
import type { ConfigInput } from '../../src/shared/config.ts';
import { createApp } from '../../src/web/app.tsx';
import { readerDeps, readersConfig } from '../helpers/readers.ts';

/** The site over a test's database, with what its routes were given. */
export function testSite(db: Db, options: { outboxDir?: string; config?: Partial<ConfigInput> } = {}) {
  const deps = {
    ...readerDeps(db, readersConfig({ categories: CATEGORIES, ...options.config })),
    outboxDir: options.outboxDir ?? null,
    mailer: { name: 'outbox' },
  };
  const app = createApp(deps);
  return {
    app,
    deps,
    get: (path: string, init?: RequestInit) => app.request(path, init),
    text: async (path: string) => (await app.request(path)).text(),
    post: (path: string, fields: Record<string, string> | [string, string][]) => postForm(app, path, fields),
  };
}

export const CATEGORIES = [
  { slug: 'harbour', name: 'Harbour', color: { light: '#1b5f8a', dark: '#8cc8ee' } },
  { slug: 'schools', name: 'Schools', color: { light: '#7a4a00', dark: '#eec07a' } },
  { slug: 'weather', name: 'Weather & Tides', color: { light: '#1b6b5a', dark: '#7fd1bd' } },
];

async function postForm(app: Hono, path: string, fields: Record<string, string> | [string, string][]) {
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
}
