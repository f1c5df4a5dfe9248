/** Why a delivery was skipped, failed or waits, in words: those that its row or batch holds, or what its code means. */
export function reasonOf({ code, reason }: { code: string | null; reason: string | null }): string | null {
  if (reason !== null) return reason;
  return code === null ? null : (REASONS[code] ?? code);
}

const REASONS: Record<string, string> = {
  'subscriber.no_categories': 'None of their categories is there any more.',
  'subscriber.left': 'They left after the delivery was planned.',
  'subscriber.erased': 'They were erased after the delivery was planned.',
  'subscriber.paused': 'They have paused the digest.',
  'subscriber.suppressed': 'Nothing is sent to their address: mails to it bounced or were complained of.',
  'edition.nothing_for_them': 'The edition has no story in their categories.',
  'edition.had_before': 'They had every story of it in another edition.',
  'edition.stale': 'It could not go out in time, and newer editions have followed.',
  'bounce.permanent': 'It bounced for good: there is no such mailbox, or it takes nothing from us.',
  'bounce.transient': 'It bounced for now: the mailbox is full, or its server would not take it.',
  'bounce.undetermined': 'It bounced, and the provider cannot say why.',
  'provider.failed': 'The provider took it and could not send it.',
  'provider.suppressed':
    'The provider took it and did not send it: the address is on its own list of suppressed ones.',
  'address.suppressed':
    'Nothing is sent to their address: mails to it bounced or were complained of, or a person said so.',
  'delivery.settled_failed': 'A person settled that it did not go out.',
};
