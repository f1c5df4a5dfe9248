import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHeaders } from '../src/compose/headers.ts';
import { renderDigest } from '../src/compose/render.ts';
import { renderLetter } from '../src/deliver/letter-render.ts';
import { messageOf } from '../src/deliver/outbox.ts';
import type { Mail } from '../src/shared/ports.ts';
import { digests, letters } from './judge-mails.ts';

/**
 * Have every kind of mail judged by programs that know nothing of this one: `../shared/tools/judge`, or a copy of it that
 * `JUDGE` names. Exits 1 when one of them finds a fault; says "skipped" where there is no judge.
 */
const SITE = 'https://lantern.example';
const FROM = 'The Hollowmere Lantern <digest@lantern.example>';
const judge = join(process.env['JUDGE'] ?? '../shared/tools/judge', 'judge');

const headersOf = createHeaders({
  day: '2026-11-23',
  cadence: 'daily',
  frame: { from: FROM, replyTo: null, siteUrl: SITE, listId: '<digest.lantern.example>' },
});

if (existsSync(judge)) process.exitCode = await judgeAll();
else console.log(`skipped: there is no ${judge}`);

async function judgeAll(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-judge-'));
  const files: string[] = [];
  for (const [name, mail] of Object.entries(await allMails())) {
    const file = join(folder, `${name}.eml`);
    await writeFile(file, await messageOf(mail));
    files.push(file);
  }
  return spawnSync(judge, files, { stdio: 'inherit' }).status ?? 1;
}

async function allMails(): Promise<Record<string, Mail>> {
  const mails: Record<string, Mail> = {};
  for (const [name, props] of Object.entries(digests)) {
    const links = { ...props.links, preferences: `${SITE}/me/abc`, unsubscribe: `${SITE}/u/abc` };
    const { html, text } = await renderDigest({ ...props, links });
    const headers = headersOf(links.unsubscribe);
    mails[name] = mailOf({ subject: props.subject, html, text, headers });
  }
  for (const [name, props] of Object.entries(letters)) {
    const headers = { 'X-Judge': 'transactional', 'Auto-Submitted': 'auto-generated' };
    mails[name] = mailOf({ ...(await renderLetter(props)), headers });
  }
  return mails;
}

function mailOf(mail: Pick<Mail, 'subject' | 'html' | 'text' | 'headers'>): Mail {
  return {
    ...mail,
    id: '00000000-0000-4000-8000-000000000001',
    group: 'judge',
    tags: {},
    from: FROM,
    to: 'mira@reader.example',
    date: new Date('2026-11-23T06:00:00Z'),
  };
}
