import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Config } from '../shared/config.ts';

/** One file of the site. It never changes under its address, which carries a hash of its bytes, but for the logo's. */
export interface Asset {
  path: string;
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
}

export interface Assets {
  site: Asset;
  newsroom: Asset;
  icon: Asset;
  /** Of the sample newsroom only; every other has its logo where its configuration says. */
  logo?: Asset;
}

/** Read the stylesheet and the mark, and write the rules for the newsroom's own colours. */
export function loadAssets(config: Config): Assets {
  return {
    site: asset('site', 'css', read('./site.css')),
    newsroom: asset('newsroom', 'css', categoryRules(config)),
    icon: asset('mark', 'svg', read('./mark.svg')),
    ...(config.sample ? { logo: sampleLogo() } : {}),
  };
}

/** The stylesheets and the mark, to be kept by browsers for a year; the logo for a day. */
export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  for (const asset of Object.values(assets) as Asset[]) {
    const { path, type, body } = asset;
    const kept = asset === assets.logo ? 'max-age=86400' : 'max-age=31536000, immutable';
    app.get(path, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': `public, ${kept}` }));
  }
  return app;
}

const TYPES = { css: 'text/css; charset=utf-8', svg: 'image/svg+xml' };

function asset(name: string, extension: keyof typeof TYPES, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${extension}`, type: TYPES[extension], body };
}

/** Mails name it for as long as anybody keeps them, so its address stays the same. */
function sampleLogo(): Asset {
  const body = new Uint8Array(readFileSync(new URL('../../sample/logo.png', import.meta.url)));
  return { path: '/logo.png', type: 'image/png', body };
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** One class per category; slugs and colours have been judged by the configuration's schema. */
function categoryRules({ categories }: Config): string {
  const rules = (shade: 'light' | 'dark') =>
    categories.map(({ slug, color }) => `.category-${slug}{--tint:${color[shade]}}`).join('\n');
  return `${rules('light')}\n@media (prefers-color-scheme: dark){\n${rules('dark')}\n}\n`;
}
