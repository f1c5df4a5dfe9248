import type { Context } from 'hono';
import { stringsFor } from '../../strings/strings.ts';
import { AppError, invalid } from '../shared/errors.ts';

/** What a form may weigh, in bytes. */
export const FORM_BYTES_MAX = 64 * 1024;

/**
 * Read a posted form.
 *
 * Shape: NUL characters are left out (PostgreSQL cannot keep them); files are left out.
 * Errors: AppError `form.not_a_form` for another content type or a broken body.
 */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded')
    return withoutNul(new URLSearchParams(await whole(() => c.req.text())));
  if (type === 'multipart/form-data') return withoutNul(fieldsOf(await whole(() => c.req.formData())));
  throw invalid('form.not_a_form', 'This address takes a form as a browser sends it, and nothing else.');
}

/** One value of a form, or the empty string. */
export const valueOf = (form: URLSearchParams, name: string): string => form.get(name) ?? '';

/** What is wrong with a form: which field, and the sentence to stand beside it. */
export interface FormFault {
  field: string;
  sentence: string;
}

/**
 * Run what a form asks for; what the person can put right comes back as a fault, everything else is thrown on.
 *
 * Shape: the field is the reason of the error's code: `subscription.address` belongs to the field `address`.
 */
export async function faultOf(language: string, act: () => Promise<void>): Promise<FormFault | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return { field: error.code.split('.')[1] ?? '', sentence: sentenceOf(error, language) };
  }
}

/** What somebody is told of a refusal, in a language that we have words for. */
export function sentenceOf({ code, kind, message }: AppError, language: string): string {
  const { faults, refused, notFound } = stringsFor(language).pages.problem;
  if (faults === null) return message;
  return (
    new Map<string, string>(Object.entries(faults)).get(code) ??
    (kind === 'not_found' ? notFound : refused).lead
  );
}

/** A sender that hangs up half-way is no defect of ours. */
async function whole<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw invalid('form.not_a_form', 'The form did not arrive whole. Please send it again.', {
      cause: error,
    });
  }
}

function fieldsOf(data: FormData): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') form.append(name, value);
  return form;
}

function withoutNul(form: URLSearchParams): URLSearchParams {
  const clean = new URLSearchParams();
  for (const [name, value] of form) clean.append(name, value.replaceAll('\0', ''));
  return clean;
}
