import { render } from 'react-email';
import { letter, type LetterProps } from '../../emails/letters.tsx';

/**
 * Render one transactional letter, as HTML and as text.
 *
 * Shape: what React Email leaves behind is mended: the XHTML doctype, which sets browsers and Outlook.com to quirks,
 * React's own comments, and a property of its links that Outlook does not know.
 */
export async function renderLetter(
  props: LetterProps,
): Promise<{ subject: string; html: string; text: string }> {
  const { subject, body, text } = letter(props);
  return { subject, html: mended(await render(body)), text };
}

const mended = (html: string) =>
  html
    .replace(/^<!DOCTYPE[^>]*>/i, '<!doctype html>')
    .replace(REACT_COMMENT, '')
    .replaceAll('text-decoration-line:none;', '');

/** `<!--$-->`, `<!--/$-->`, `<!-- -->`, `<!--body-->` and their like; never a conditional comment for Outlook. */
const REACT_COMMENT = /<!--(?:\/?[$&][!?~]?| |html|head|body)?-->/g;
