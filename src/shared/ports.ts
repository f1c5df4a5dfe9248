import type { Config } from './config.ts';
import type { Log } from './log.ts';

/**
 * What the rooms need of the world, as interfaces. The drivers behind them are made in `deps.ts` only; tests put a fixed
 * clock or a loopback server in their place.
 */
export interface Ports {
  config: Config;
  clock: Clock;
  log: Log;
  /** Signs tokens and address keys. */
  secret: string;
  /** Where the readers find the site, without a trailing slash. */
  siteUrl: string;
}

export interface Clock {
  now(): Date;
}

/** Fetches what other people publish; the only way out of the program for collecting. */
export interface PublicHttp {
  /**
   * Ask one public address, redirects followed, decompressed.
   *
   * Errors: AppError `fetch.*` (refused address, timeout, too large, unreachable, bad answer). Statuses are returned,
   * not thrown.
   */
  fetchPublic(request: FetchRequest): Promise<FetchResponse>;
  /** Least time between two requests to the site of an address, in ms; 0 where the newsroom need not be polite to it. */
  gapMs(url: string): number;
  /** Leave the whole site of an address alone until then; it fails with `fetch.site_on_hold` meanwhile. */
  holdSite(url: string, until: Date): void;
}

export interface FetchRequest {
  url: string;
  /** Without it GET; a POST is never redirected. */
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** Of a POST. */
  body?: string;
  /** In place of the program's own. */
  userAgent?: string;
  /** Counted after decompression. */
  bytesMax: number;
  /** For the whole request, redirects and body included. */
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface FetchResponse {
  status: number;
  /** The address that answered, after redirects. */
  url: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Buffer;
  /** Every redirect on the way was permanent (301, 308); false when there was none. */
  movedPermanently: boolean;
  /** Where permanent redirects alone lead from the address that was asked; undefined when the first was none. */
  movedTo: string | undefined;
  /** The whole site is left alone until then, since it asked for it (429 or 503 with Retry-After). */
  heldUntil: Date | undefined;
}

/** Turns texts into vectors whose cosine says how near their subjects are. */
export interface Embedder {
  /** As it is kept beside the vectors; vectors of different names are never compared. */
  name: string;
  /**
   * Shape: one vector a text, in order, all of the same length.
   * Errors: AppError `embedding.*`.
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

/** A writer of commentary: an OpenAI-compatible server, or the sample newsroom's own texts. */
export interface Model {
  /** As it is shown to readers and kept on the row. */
  name: string;
  /** Where it is asked; the same name may stand for another model elsewhere. */
  server?: string;
  origin: 'model' | 'sample';
  /**
   * Ask once: one HTTP request, never repeated by itself. Undefined: this model has nothing for this article (only the
   * sample newsroom's says so).
   *
   * Errors: AppError `model.*`; `retryable` when the same call may succeed later, `model.form_unknown` when it may at once,
   * since the next one is asked in another form.
   */
  complete(request: ModelRequest): Promise<ModelAnswer | undefined>;
}

export interface ModelRequest {
  articleUrl: string;
  system: string;
  user: string;
  /** Earlier turns of a repair: what the model answered and what was wrong with it. */
  repair?: { answer: string; faults: string };
  /** `reading`, `commentary`, or `commentary_` and the sections wanted. */
  schema: { name: string; json: Record<string, unknown> };
  /** The most that may be answered, thinking included. */
  outputTokensMax: number;
  signal?: AbortSignal;
}

export interface ModelAnswer {
  text: string;
  usage: { inputTokens: number; outputTokens: number } | undefined;
  /** The server stopped before the answer was complete. */
  truncated: boolean;
}

/** Hands composed mails to whoever carries them. */
export interface Mailer {
  name: 'outbox' | 'resend' | 'smtp';
  /** Where it hands them over, where that is not said by its name: another server knows nothing of this one's keys. */
  server?: string;
  /** Tells one account from another, whose keys are not ours, and tells nothing else of it. */
  account?: string;
  /** Whether the same batch under the same key may be handed over again when nobody knows how the first call ended. */
  repeatable: boolean;
  /**
   * Hand over one batch, under a key that makes a repeated call harmless.
   *
   * Shape: one outcome per mail, in order.
   * Errors: AppError `mail.*` when the whole call failed (`src/deliver/outcome.ts` says what each means for the batch).
   */
  send(batch: MailBatch): Promise<MailOutcome[]>;
  /** What the provider last said of how fast it may be called. */
  limits?: () => RateLimits | undefined;
}

/** How fast a provider says that it may be called. */
export interface RateLimits {
  /** Calls a second. */
  perSecond: number | undefined;
  /** No call before this many seconds from the moment it was said. */
  waitSeconds: number | undefined;
}

export interface MailBatch {
  /** The same key with the same bytes is the same call, for ever (outbox) or for the provider's 24 hours. */
  idempotencyKey: string;
  mails: Mail[];
}

export interface Mail {
  /** Unique per mail, part of its file name and Message-ID; a uuid. */
  id: string;
  /** The folder in the outbox: the edition's day or the letter's kind. */
  group: string;
  /** What the provider says again in what it tells us of the mail: letters, digits, `_` and `-` only. */
  tags: Record<string, string>;
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  /** List-Unsubscribe and its like; values are one line of ASCII. */
  headers: Record<string, string>;
  /** Frozen with the batch, so that a repeated call gives the same bytes. */
  date: Date;
  /** HTML and text once more, ready for a JSON string: quicker than escaping them. */
  escaped?: Record<'html' | 'text', Escaped>;
}

/** Text as it stands between the quotes of a JSON string, in UTF-8. */
export interface Escaped {
  bytes: number;
  /** Write it into memory that `take` gives. */
  write: (take: Take) => void;
}

/** Gives the memory for so many bytes. */
export type Take = (bytes: number) => Buffer;

/** What became of one mail that was handed over. */
export type MailOutcome =
  | { ok: true; providerId: string }
  | {
      ok: false;
      code: string;
      reason: string;
      /** Nobody can tell whether the mail was taken, so it must not be sent again. */
      uncertain?: true;
      /** It was certainly not begun and may be handed over in another batch. */
      notBegun?: true;
    };

/** Told as a stage works; `total` may grow. */
export type Progress = (done: number, total: number) => void;

/** Whom one digest is put together for, with everything that its bytes depend on. */
export interface Reader {
  subscriberId: string;
  linkEpoch: number;
  /** Slugs, in the reader's order. */
  categories: readonly string[];
  /** Articles that they had in another edition: this one leaves them out. */
  had?: readonly string[];
}

/** One reader's digest. */
export interface ComposedMail {
  subject: string;
  /** Put together when they are asked for, anew each time. */
  readonly html: string;
  readonly text: string;
  readonly escaped: Record<'html' | 'text', Escaped>;
  headers: Record<string, string>;
  /** How many stories it holds. */
  stories: number;
}

/** Puts frozen editions together for their readers: `compose` makes it, `deliver` uses it. */
export interface Composer {
  /** Changes with every version of the program that puts other bytes together from the same edition and reader. */
  revision: string;
  /**
   * Open a frozen edition.
   *
   * Shape: a pure function from a reader to their mail; undefined when there is no story for them. The same reader
   * always gets the same bytes.
   * Errors: AppError `edition.unknown`.
   */
  open(editionId: string): Promise<OpenEdition>;
  /**
   * What a frozen edition names that is in force no more: petitions that have closed, officials who have left.
   *
   * Shape: as the lint words it; empty for one that may go out.
   * Errors: AppError `edition.unknown`.
   */
  findLapsed(editionId: string): Promise<{ check: string; where: string; problem: string }[]>;
}

export interface OpenEdition {
  day: string;
  from: string;
  replyTo: string | null;
  composedAt: Date;
  mailFor(reader: Reader): ComposedMail | undefined;
  /** The whole edition as HTML, in full and with nobody's links: the same bytes otherwise. */
  webView(): string;
}
