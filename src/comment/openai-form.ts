import type OpenAI from 'openai';
import type { ModelRequest } from '../shared/ports.ts';

/** How a server is told the most that it may answer. */
export type LimitField = 'max_completion_tokens' | 'max_tokens' | 'none';

/** How the answer's form is asked for. */
export type ResponseFormat = 'json_schema' | 'json_object' | 'text';

/** What differs between servers in how they are asked. */
export interface Form {
  limitField: LimitField;
  responseFormat: ResponseFormat;
}

/** The parts of a form, by the settings that fix them. */
export const settingOf = {
  limitField: 'comment.provider.tokenLimitField',
  responseFormat: 'comment.provider.responseFormat',
} as const satisfies Record<keyof Form, string>;

export interface FormOptions {
  baseUrl: string;
  tokenLimitField: LimitField | 'auto';
  responseFormat: ResponseFormat | 'auto';
}

/** The form that a server knows, as far as it has said so. */
export interface Forms {
  /** How to ask now. */
  now(): Form;
  /** Ask in another form than this from now on; what was fixed, or has no other, stays. */
  refused(form: Form, parts: readonly (keyof Form)[]): 'changed' | (keyof Form)[];
}

/**
 * Begin with what most servers of an address know, and step down part by part.
 *
 * Shape: a refusal steps down from the form that it was an answer to, so that two calls refused at once skip none.
 */
export function createForms({ baseUrl, tokenLimitField, responseFormat }: FormOptions): Forms {
  const steps = {
    limitField: stepsFrom(tokenLimitField, isOpenAI(baseUrl) ? LIMITS : ELSEWHERE),
    responseFormat: stepsFrom(responseFormat, FORMATS),
  };
  const at = { limitField: 0, responseFormat: 0 };
  const now = () => ({
    limitField: steps.limitField[at.limitField] ?? 'none',
    responseFormat: steps.responseFormat[at.responseFormat] ?? 'text',
  });
  return {
    now,
    refused(form, parts) {
      const stuck = parts.filter((part) => {
        const next = (steps[part] as readonly string[]).indexOf(form[part]) + 1;
        if (next >= steps[part].length) return true;
        at[part] = Math.max(at[part], next);
        return false;
      });
      return stuck.length === parts.length ? stuck : 'changed';
    },
  };
}

const LIMITS: readonly LimitField[] = ['max_completion_tokens', 'max_tokens', 'none'];
const ELSEWHERE: readonly LimitField[] = ['max_tokens', 'max_completion_tokens', 'none'];
const FORMATS: readonly ResponseFormat[] = ['json_schema', 'json_object', 'text'];

const stepsFrom = <T>(fixed: T | 'auto', steps: readonly T[]): readonly T[] =>
  fixed === 'auto' ? steps : [fixed];

const isOpenAI = (url: string) => /^(?:.+\.)?api\.openai\.com$/.test(URL.parse(url)?.hostname ?? '');

/**
 * Which parts of a form a refusal names as unknown.
 *
 * Shape: a limit that is known but too large names none.
 * Source: the refusals of OpenAI, Azure, vLLM, llama.cpp, Ollama, LM Studio, Mistral and Groq.
 */
export function partsNamed(said: string, { limitField, responseFormat }: Form): (keyof Form)[] {
  const limit = limitField !== 'none' && new RegExp(`\\b${limitField}\\b`).test(said) && UNKNOWN.test(said);
  const format = responseFormat !== 'text' && FORMAT.test(said);
  return [...(limit ? (['limitField'] as const) : []), ...(format ? (['responseFormat'] as const) : [])];
}

const UNKNOWN =
  /unsupported[ _](?!value)|not supported|un(?:known|recogni[sz]ed|expected)|extra[ _](?:inputs?|fields?|forbidden)|not (?:permitted|allowed)|additional propert|use ['"`]?max_/i;

const FORMAT = /response_?format|json[ _-]?(?:schema|object)|structured[ _]outputs?|\bgrammar\b/i;

/** The body of one request. Shape: temperature is never sent, since newer models refuse it. */
export function bodyOf(
  request: ModelRequest,
  { model, form }: { model: string; form: Form },
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  const { limitField, responseFormat } = form;
  const format = FORMAT_OF[responseFormat](request);
  return {
    model,
    messages: messagesOf(request, responseFormat !== 'json_schema'),
    ...(format ? { response_format: format } : {}),
    ...(limitField === 'none' ? {} : { [limitField]: request.outputTokensMax }),
  };
}

type Format = NonNullable<OpenAI.ChatCompletionCreateParams['response_format']>;

const FORMAT_OF: Record<ResponseFormat, (request: ModelRequest) => Format | undefined> = {
  json_schema: ({ schema: { name, json } }) => ({
    type: 'json_schema',
    json_schema: { name, schema: json, strict: true },
  }),
  json_object: () => ({ type: 'json_object' }),
  text: () => undefined,
};

function messagesOf(
  { system, user, repair, schema }: ModelRequest,
  schemaInWords: boolean,
): OpenAI.ChatCompletionMessageParam[] {
  const called = `one JSON object, called "${schema.name}"`;
  const shape = schemaInWords
    ? `\n\nAnswer with ${called}, of this schema: ${JSON.stringify(schema.json)}`
    : '';
  return [
    { role: 'system', content: system + shape },
    { role: 'user', content: user },
    ...(repair
      ? [
          { role: 'assistant' as const, content: repair.answer },
          {
            role: 'user' as const,
            content: `This is wrong with it:\n${repair.faults}\n\nAnswer again, whole and mended: ${called}.`,
          },
        ]
      : []),
  ];
}
