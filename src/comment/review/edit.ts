import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError, failure, invalid } from '../../shared/errors.ts';
import { draftFor, keepDraft, type DraftInHand, type Saved } from './draft.ts';
import { openArticle, type Opened, type ReviewDeps } from './article.ts';
import type { SectionKind } from '../../../db/commentary-section.ts';
import { runEditor } from './editor.ts';

export interface Edit {
  /** Slug, id or address. */
  wanted: string;
  /** Without it all three. */
  kinds?: readonly SectionKind[] | undefined;
  reviewer: string;
  /** A document that has been edited already, or the editor to open one in. */
  from: { file: string } | { editor: string | undefined };
}

export type Edited = Pick<Opened, 'article' | 'editions'> & (Saved | { saved: [] });

/**
 * Have a person edit sections, or write those that nobody has written, as a text document.
 *
 * Shape: nothing is kept when the document comes back as it was. What the gates have against the text is a warning.
 * Errors: AppError `article.unknown`, `editor.none`, `editor.failed`, `draft.no_file`, `draft.faulty` with every fault and
 * its line, `draft.overtaken`, `commentary.busy`. No edited text is lost: the sentence says where it was kept.
 */
export async function editSections(deps: ReviewDeps, edit: Edit): Promise<Edited> {
  const opened = await openArticle(deps, edit.wanted);
  const draft = await draftFor(deps, opened, edit.kinds);
  const { article, editions } = opened;
  const keep = (text: string) => keepDraft(deps, draft, { text, reviewer: edit.reviewer });
  const saved =
    'file' in edit.from
      ? await keep(await readDocument(edit.from.file))
      : await editInFile(draft, edit.from.editor, keep);
  return { article, editions, ...(saved ?? { saved: [] }) };
}

async function readDocument(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw invalid('draft.no_file', `There is no file ${file} that can be read (${code}).`);
  }
}

/** The file is removed once nothing in it can be lost. */
async function editInFile(
  { document, opened }: DraftInHand,
  editor: string | undefined,
  keep: (text: string) => Promise<Saved | undefined>,
): Promise<Saved | undefined> {
  const file = join(await mkdtemp(join(tmpdir(), 'broadside-edit-')), 'commentary.txt');
  try {
    await writeFile(file, document, { mode: 0o600 });
    await runEditor(editor, file);
    const text = await readDocument(file);
    const saved = text === document ? undefined : await keep(text);
    await rm(dirname(file), { recursive: true, force: true });
    return saved;
  } catch (error) {
    if (await isChanged(file, document)) throw await keptAt(file, opened.article.slug, error);
    await rm(dirname(file), { recursive: true, force: true });
    throw error;
  }
}

const isChanged = (file: string, document: string) =>
  readFile(file, 'utf8').then(
    (text) => text !== document,
    () => false,
  );

async function keptAt(file: string, slug: string, error: unknown): Promise<AppError> {
  // Editors may have put another file in its place.
  await chmod(file, 0o600);
  const { code, reason } = failure(error);
  const kind = error instanceof AppError ? error.kind : 'upstream';
  return new AppError(
    kind,
    code,
    `${reason}\nYour text is kept. Mend it there, and give it again:\n` +
      `  npm run broadside -- review edit ${slug} --file ${/\s/.test(file) ? JSON.stringify(file) : file}`,
    { cause: error },
  );
}
