import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { COMPOSER_REVISION } from '../../src/compose/revision.ts';
import { createBodyWriter } from '../../src/deliver/resend-body.ts';
import { mailOf, withEscaped } from './mail.ts';

/** Of the body that is made here. */
const KNOWN = { revision: 1, digest: '9302802ea0ab540c' };

test('the composer’s revision is raised with every change of the bytes of a call', () => {
  const mails = ['ada', 'bo'].map((name) =>
    withEscaped(mailOf({ to: `${name}@inbox.example`, tags: { edition: 'e', batch: '1', delivery: name } })),
  );
  const { bytes } = createBodyWriter(1)(mails);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  expect({ revision: COMPOSER_REVISION, digest }, 'raise COMPOSER_REVISION, and note both here').toEqual(
    KNOWN,
  );
});
