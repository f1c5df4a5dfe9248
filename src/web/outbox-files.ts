import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMail, type ParsedMail } from './mime.ts';

/** One mail of the outbox as a list shows it. */
export interface OutboxEntry {
  folder: string;
  file: string;
  subject: string;
  to: string;
  writtenAt: Date;
}

/** The mails of one edition, or of one kind of letter, newest first. */
export interface OutboxFolder {
  folder: string;
  entries: OutboxEntry[];
  /** More files lie there than are listed. */
  total: number;
}

/** List the mails that were written to files; nothing when there is no outbox yet. */
export async function listOutbox(dir: string): Promise<OutboxFolder[]> {
  const folders = await Promise.all(
    (await namesIn(dir)).filter(isName).map((folder) => listFolder(dir, folder)),
  );
  return folders
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => newestOf(b) - newestOf(a) || (a.folder < b.folder ? 1 : -1));
}

/** One mail, whole; undefined when there is no such file, or the name leads elsewhere. */
export async function findOutboxMail(
  dir: string,
  folder: string,
  file: string,
): Promise<{ raw: Buffer; mail: ParsedMail } | undefined> {
  if (!isName(folder) || !isName(file) || !file.endsWith('.eml')) return undefined;
  try {
    const raw = await readFile(join(dir, folder, file));
    return { raw, mail: parseMail(raw) };
  } catch {
    return undefined;
  }
}

const LISTED_MAX = 200;

/** One name inside a folder: no separator, no dot in front. */
const isName = (name: string) => /^[\p{L}\p{N}_@+-][\p{L}\p{N}._@+-]{0,200}$/u.test(name);

async function listFolder(dir: string, folder: string): Promise<OutboxFolder> {
  const files = (await namesIn(join(dir, folder))).filter((file) => isName(file) && file.endsWith('.eml'));
  const dated = await Promise.all(
    files.map(async (file) => ({ file, writtenAt: await writtenAtOf(join(dir, folder, file)) })),
  );
  const newest = dated.toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime()).slice(0, LISTED_MAX);
  const entries = await Promise.all(
    newest.map(async ({ file, writtenAt }) => {
      const found = await findOutboxMail(dir, folder, file);
      return { folder, file, writtenAt, subject: found?.mail.subject ?? file, to: found?.mail.to ?? '' };
    }),
  );
  return { folder, entries, total: files.length };
}

const newestOf = ({ entries }: OutboxFolder) => entries[0]?.writtenAt.getTime() ?? 0;

async function namesIn(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).toSorted();
  } catch {
    return [];
  }
}

/** A file that went away in the meantime counts as the oldest. */
async function writtenAtOf(path: string): Promise<Date> {
  try {
    return (await stat(path)).mtime;
  } catch {
    return new Date(0);
  }
}
