import { createHash } from 'node:crypto';
import type { BatchMember, ClaimedBatch } from '../../db/delivery-claim.ts';
import type { ComposedMail, Mail, OpenEdition } from '../shared/ports.ts';

/** One member's mail; undefined when the edition has nothing for them. */
export interface Composed {
  member: BatchMember;
  mail: Mail | undefined;
}

/** Every member of a batch with their mail, in order. */
export function composed(batch: ClaimedBatch, edition: OpenEdition): Composed[] {
  return batch.members.map((member) => {
    const content = edition.mailFor(member);
    return { member, mail: content && new EditionMail(batch, { edition, member, content }) };
  });
}

/** A member's mail; what is not asked for is not made. */
class EditionMail implements Mail {
  readonly group: string;
  readonly from: string;
  readonly replyTo?: string;
  readonly to: string;
  readonly subject: string;
  readonly headers: Record<string, string>;
  readonly tags: Record<string, string>;
  readonly date: Date;
  readonly escaped: ComposedMail['escaped'];
  readonly #content: ComposedMail;

  constructor(
    { editionId, number, firstCallAt }: ClaimedBatch,
    { edition, member, content }: { edition: OpenEdition; member: BatchMember; content: ComposedMail },
  ) {
    this.group = edition.day;
    this.from = edition.from;
    if (edition.replyTo !== null) this.replyTo = edition.replyTo;
    this.to = member.address;
    this.subject = content.subject;
    this.headers = content.headers;
    this.tags = { edition: editionId, batch: String(number), delivery: member.subscriberId };
    this.date = firstCallAt;
    this.escaped = content.escaped;
    this.#content = content;
  }

  get id(): string {
    return messageIdOf(this.tags.edition ?? '', this.tags.delivery ?? '');
  }

  get html(): string {
    return this.#content.html;
  }

  get text(): string {
    return this.#content.text;
  }
}

/** The same for every attempt, and another for every edition: it becomes the Message-ID. */
function messageIdOf(editionId: string, subscriberId: string): string {
  const hex = createHash('sha256').update(`${editionId}/${subscriberId}`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
