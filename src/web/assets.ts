import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Config } from '../shared/config.ts';

/** One file that never changes under its address: the address carries a hash of its bytes. */
export interface Asset {
  path: string;
  type: string;
  body: string;
}

export interface Assets {
  site: Asset;
  newsroom: Asset;
  icon: Asset;
}

/** Read the stylesheet and the mark, and write the rules for the newsroom's own colours. */
export function loadAssets(config: Config): Assets {
  return {
    site: asset('site', 'css', read('./site.css')),
    newsroom: asset('newsroom', 'css', categoryRules(config)),
    icon: asset('mark', 'svg', read('./mark.svg')),
  };
}

/** The stylesheets and the mark, to be kept by browsers for a year. */
export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  for (const { path, type, body } of Object.values(assets) as Asset[])
    app.get(path, (c) =>
      c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }),
    );
  return app;
}

const TYPES = { css: 'text/css; charset=utf-8', svg: 'image/svg+xml' };

function asset(name: string, extension: keyof typeof TYPES, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${extension}`, type: TYPES[extension], body };
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** One class per category; slugs and colours have been judged by the configuration's schema. */
function categoryRules({ categories }: Config): string {
  const rules = (shade: 'light' | 'dark') =>
    categories.map(({ slug, color }) => `.category-${slug}{--tint:${color[shade]}}`).join('\n');
  return `${rules('light')}\n@media (prefers-color-scheme: dark){\n${rules('dark')}\n}\n`;
}
