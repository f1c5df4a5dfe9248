import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError, type Fault } from './errors.ts';

/** Every setting that comes from the environment: what it is for, what is allowed, what it is when nobody sets it. */
const SETTINGS = {
  DATABASE_URL: {
    doc: 'PostgreSQL to use. Without it, one is started in the data directory.',
    schema: z.url({ protocol: /^postgres(?:ql)?$/, error: 'is not a postgres:// address' }).optional(),
    remedy: 'Write it as postgres://user:password@host:5432/database.',
    secret: true,
  },
  BROADSIDE_DATA: {
    doc: 'The data directory: embedded database, outbox, secret.',
    schema: z.string().default('./data'),
    remedy: 'Name a directory that can be written.',
    secret: false,
  },
  BROADSIDE_CONFIG: {
    doc: 'The configuration file: `.ts`, `.js` or `.json`.',
    schema: z.string().default('./broadside.config.ts'),
    remedy: 'Name a file.',
    secret: false,
  },
  BROADSIDE_SECRET: {
    doc: 'Signs links and address keys; at least 32 characters. Created in the data directory when absent; must be set in production.',
    schema: z.string().min(32, 'has less than 32 characters').optional(),
    remedy: 'Use 32 random bytes, such as the output of `openssl rand -base64 32`.',
    secret: true,
  },
  NODE_ENV: {
    doc: '`production` asks for `BROADSIDE_SECRET` and an https `SITE_URL`.',
    schema: z.string().optional(),
    remedy: 'Set it to production, or leave it out.',
    secret: false,
  },
  SITE_URL: {
    doc: 'The public address of the site; takes the place of `newsroom.url`. Without it, the links of the sample newsroom lead to this process.',
    schema: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
    remedy: 'Write the whole address, such as https://news.example.org.',
    secret: false,
  },
  HOST: {
    doc: 'The address to listen on.',
    schema: z.string().default('127.0.0.1'),
    remedy: 'Use an address of this machine, or 0.0.0.0 for all.',
    secret: false,
  },
  PORT: {
    doc: 'The port to listen on.',
    schema: z.coerce
      .number('is not a number')
      .int('is not a whole number')
      .min(0, 'is below 0')
      .max(65535, 'is above 65535')
      .default(3000),
    remedy: 'Use a number from 1 to 65535.',
    secret: false,
  },
  LOG_LEVEL: {
    doc: 'How much is logged: `debug`, `info`, `warn`, `error` or `silent`.',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'is not a level of the log').default('info'),
    remedy: 'Use one of debug, info, warn, error, silent.',
    secret: false,
  },
  MAILER: {
    doc: 'Who carries the mail: `outbox` (files in the data directory), `resend` or `smtp`. Without it: `resend` where `RESEND_API_KEY` is set and the newsroom is not the sample, else `outbox`.',
    schema: z.enum(['outbox', 'resend', 'smtp'], 'is not a mailer').optional(),
    remedy: 'Use outbox, resend or smtp.',
    secret: false,
  },
  BROADSIDE_REVIEWER: {
    doc: 'Who reviews commentary on this machine; takes the place of `--by` in `broadside review`.',
    schema: z.string().min(1).optional(),
    remedy: 'Write a name.',
    secret: false,
  },
  RESEND_API_KEY: {
    doc: 'Key of Resend.',
    schema: z.string().min(1).optional(),
    remedy: 'Take it from your provider’s dashboard.',
    secret: true,
  },
  RESEND_BASE_URL: {
    doc: 'Another server that speaks Resend’s API.',
    schema: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
    remedy: 'Write the whole address.',
    secret: false,
  },
  RESEND_WEBHOOK_SECRET: {
    doc: 'Signing secret of the webhook at `/webhooks/resend`, by which Resend tells what became of the mails. Without it nothing is taken there.',
    schema: z
      .string()
      .regex(/^(?:whsec_)?[A-Za-z0-9+/]{20,}={0,2}$/, 'is not a signing secret of Resend')
      .optional(),
    remedy: 'Take it from the webhook’s page at Resend; it begins with whsec_.',
    secret: true,
  },
  SMTP_URL: {
    doc: 'Mail server; needed with `MAILER=smtp`.',
    schema: z.url({ protocol: /^smtps?$/, error: 'is not an smtp:// address' }).optional(),
    remedy: 'Write it as smtp://user:password@host:587.',
    secret: true,
  },
  OPENAI_API_KEY: {
    doc: 'Key of the model server. Without it and without `OPENAI_BASE_URL` stories go out without opinion and action.',
    schema: z.string().min(1).optional(),
    remedy: 'Take it from your provider’s dashboard.',
    secret: true,
  },
  OPENAI_BASE_URL: {
    doc: 'Any OpenAI-compatible server, such as http://127.0.0.1:11434/v1.',
    schema: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
    remedy: 'Write the whole address, including /v1 where the server has it.',
    secret: false,
  },
  OPENAI_MODEL: {
    doc: 'The model to ask.',
    schema: z.string().min(1).default('gpt-5-mini'),
    remedy: 'Name a model of the server.',
    secret: false,
  },
} satisfies Record<string, { doc: string; schema: z.ZodType; remedy: string; secret: boolean }>;

type Settings = typeof SETTINGS;

/** The environment, judged and with its defaults. */
export type Env = { [Name in keyof Settings]: z.output<Settings[Name]['schema']> };

/**
 * Read the environment. A secret `X` may stand in the file that `X_FILE` names; an empty value counts as absent.
 *
 * Errors: ConfigError with every fault; a value is never repeated in it.
 */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const faults: Fault[] = [];
  const entries = Object.entries(SETTINGS).map(([name, setting]) => {
    const parsed = setting.schema.safeParse(valueOf(variables, name, setting.secret, faults));
    if (!parsed.success)
      faults.push({
        path: name,
        problem: parsed.error.issues[0]?.message ?? 'is not allowed',
        remedy: setting.remedy,
      });
    return [name, parsed.data];
  });
  const env = Object.fromEntries(entries) as Env;
  const need = (name: keyof Env, reason: string) => {
    const absent = env[name] === undefined && !faults.some((fault) => fault.path === name);
    if (absent) faults.push({ path: name, problem: `is needed ${reason}`, remedy: SETTINGS[name].remedy });
  };
  if (env.MAILER === 'resend') need('RESEND_API_KEY', 'with MAILER=resend');
  if (env.MAILER === 'smtp') need('SMTP_URL', 'with MAILER=smtp');
  if (env.NODE_ENV === 'production') need('BROADSIDE_SECRET', 'in production');
  if (faults.length > 0) throw new ConfigError(faults);
  return env;
}

/** The settings as rows for the README's table, in order. */
export function describeEnv(): { name: string; doc: string; default: string }[] {
  return Object.entries(SETTINGS).map(([name, { doc, schema, secret }]) => {
    const value = (schema as z.ZodType<string | number | undefined>).safeParse(undefined).data;
    return {
      name: secret ? `${name} (or ${name}_FILE)` : name,
      doc,
      default: value === undefined ? '' : String(value),
    };
  });
}

function valueOf(
  variables: NodeJS.ProcessEnv,
  name: string,
  secret: boolean,
  faults: Fault[],
): string | undefined {
  if (variables[name]) return variables[name];
  const file = secret ? variables[`${name}_FILE`] : undefined;
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    faults.push({
      path: `${name}_FILE`,
      problem: 'names a file that cannot be read',
      remedy: 'Check the path and its rights.',
    });
    return undefined;
  }
}
