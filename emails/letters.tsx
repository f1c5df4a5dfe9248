import type { ReactElement } from 'react';
import { contentOf } from './_parts/letter-content.ts';
import { LetterPaper } from './_parts/letter-frame.tsx';
import type { LetterProps } from './_parts/letter-props.ts';
import { letterText } from './_parts/letter-text.ts';

export type { LetterFrame, LetterProps } from './_parts/letter-props.ts';

/**
 * One transactional letter.
 *
 * Shape: the body is a whole document for React Email's `render`; the text has every link of it. The subject carries no
 * name that a stranger typed.
 */
export function letter(props: LetterProps): { subject: string; body: ReactElement; text: string } {
  const content = contentOf(props);
  return {
    subject: content.subject,
    body: <LetterPaper content={content} frame={props} />,
    text: letterText(content, props),
  };
}
