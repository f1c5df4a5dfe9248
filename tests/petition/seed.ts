import { eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { letters, type LetterKind } from '../../db/letter.ts';
import { findPetitionBySlug, syncPetitions, type Petition } from '../../db/petition.ts';
import { signatures } from '../../db/signature.ts';
import type { ConfigInput } from '../../src/shared/config.ts';
import type { SignatureRequest } from '../../src/petition/sign.ts';
import { readerDeps, readersConfig } from '../helpers/readers.ts';

type PetitionInput = NonNullable<ConfigInput['petitions']>[number];

/** A newsroom with one petition, on 23 November 2026 in New York. */
export async function withPetition(db: Db, over: Partial<PetitionInput> = {}) {
  const config = readersConfig({ petitions: [ferry(over)] });
  await syncPetitions(db, config);
  return { deps: readerDeps(db, config), petition: await petitionOf(db, 'ferry') };
}

export const ferry = (over: Partial<PetitionInput> = {}): PetitionInput => ({
  slug: 'ferry',
  title: 'Keep the night ferry',
  text: 'It takes **nurses** home.',
  target: 'The harbour board',
  goal: 500,
  categories: ['harbour'],
  ...over,
});

export async function petitionOf(db: Db, slug: string): Promise<Petition> {
  const petition = await findPetitionBySlug(db, slug);
  if (!petition) throw new Error('no such petition');
  return petition;
}

export const signing = (over: Partial<SignatureRequest> = {}): SignatureRequest => ({
  petitionSlug: 'ferry',
  address: 'ana@reader.example',
  name: 'Ana Prado',
  display: 'name',
  wording: 'I sign.',
  ...over,
});

export const listSignatures = (db: Db) => db.select().from(signatures);

/** The only signature there is. */
export async function theSignature(db: Db) {
  const [row, ...others] = await listSignatures(db);
  if (!row || others.length > 0) throw new Error(`there are ${others.length + (row ? 1 : 0)} signatures`);
  return row;
}

export const lettersOf = (db: Db, kind: LetterKind) =>
  db.select().from(letters).where(eq(letters.kind, kind));
