import { createHash } from 'node:crypto';
import { messageOf } from '../deliver/outbox.ts';
import type { Config } from '../shared/config.ts';
import { ADDRESS } from './reader.ts';

/** The bytes of one mail as they would travel to an invented reader. */
export async function messageFor(
  { newsroom }: Pick<Config, 'newsroom'>,
  mail: {
    id: string;
    group: string;
    at: Date;
    subject: string;
    html: string;
    text: string;
    headers: Record<string, string>;
  },
): Promise<string> {
  const { at: date, id, ...rest } = mail;
  const { from, replyTo } = newsroom;
  const sender = replyTo === undefined ? { from } : { from, replyTo };
  const message = await messageOf({ ...rest, ...sender, tags: {}, to: ADDRESS, id: uuidOf(id), date });
  return message.toString('utf8');
}

/** The same for the same mail, so that its source does not change from look to look. */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
