import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findSignatureFault } from '../deliver/event-signature.ts';
import { closeUnsubscribe, receiveEvent } from '../deliver/events.ts';
import { AppError } from '../shared/errors.ts';
import { leave } from '../subscribe/leave.ts';
import type { Web } from './site.ts';

/** What the routes of webhooks take beside the rest: the secret is of the environment. */
export interface WebhookDeps {
  env?: { RESEND_WEBHOOK_SECRET?: string | undefined };
}

/**
 * `/webhooks/resend`: where Resend tells what became of our mails, and what came in.
 *
 * Shape: a signed POST, answered with JSON; whatever is taken, known or not, is `{"ok":true}`. Only when the database
 * fails it is a 500, so that the event comes again; then nothing of it was kept.
 */
export function webhookRoutes({ deps }: Web, secret: string | undefined): Hono {
  const app = new Hono();
  const path = '/webhooks/resend';
  app.post(path, bodyLimit({ maxSize: BODY_BYTES_MAX, onError: answerTooLarge }), async (c) => {
    if (secret === undefined) return answer(c, 404, 'webhook.not_set');
    const receivedAt = deps.clock.now();
    const body = Buffer.from(await c.req.arrayBuffer());
    const id = c.req.header('svix-id');
    const signed = { timestamp: c.req.header('svix-timestamp'), signature: c.req.header('svix-signature') };
    const fault = findSignatureFault(secret, { id, ...signed }, { body, now: receivedAt });
    if (fault || id === undefined) return refuse(deps, c, fault ?? 'webhook.headers');
    try {
      await take(deps, { id, body: body.toString('utf8'), receivedAt });
    } catch (error) {
      if (error instanceof AppError && error.code === 'webhook.body') return refuse(deps, c, 'webhook.body');
      throw error;
    }
    return c.json({ ok: true }, 200, NO_STORE);
  });
  app.all(path, (c) => {
    c.header('allow', 'POST');
    return answer(c, 405, 'webhook.method');
  });
  return app;
}

async function take(
  deps: Web['deps'],
  message: { id: string; body: string; receivedAt: Date },
): Promise<void> {
  const { unsubscribe } = await receiveEvent(deps, message);
  if (unsubscribe === undefined) return;
  try {
    await leave(deps, unsubscribe, 'mailto');
  } catch (error) {
    // Forged, or its owner is gone: there is nobody to take from the list.
    if (!(error instanceof AppError && error.code === 'link.unknown')) throw error;
  }
  await closeUnsubscribe(deps, message.id);
}

/** An event holds no mail, only what is told of one. */
const BODY_BYTES_MAX = 1_000_000;
const NO_STORE = { 'cache-control': 'no-store' };

const SENTENCES = {
  'webhook.not_set':
    'RESEND_WEBHOOK_SECRET is not set here. Set it to the signing secret of the webhook, and restart.',
  'webhook.method': 'Only POST is taken here.',
  'webhook.headers':
    'One of the headers svix-id, svix-timestamp and svix-signature is missing or not as it should be.',
  'webhook.timestamp':
    'The message was signed more than five minutes from now. Check the clocks of both servers.',
  'webhook.signature':
    'The signature does not fit. Check that RESEND_WEBHOOK_SECRET is the secret of this webhook.',
  'webhook.body': 'The body is no JSON object.',
  'webhook.too_large': 'The body is larger than 1 MB.',
};

type Code = keyof typeof SENTENCES;

const answer = (c: Context, status: 400 | 401 | 404 | 405 | 413, code: Code) =>
  c.json({ ok: false, code, reason: SENTENCES[code] }, status, NO_STORE);

function refuse({ log }: Web['deps'], c: Context, code: Code): Response {
  log.warn({ code }, 'an event of the mail provider was refused');
  return answer(c, code === 'webhook.signature' ? 401 : 400, code);
}

const answerTooLarge = (c: Context) => answer(c, 413, 'webhook.too_large');
