import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { digestText } from '../../emails/digest-text.ts';
import { Digest, type DigestProps } from '../../emails/digest.tsx';
import { invalid } from '../shared/errors.ts';

/**
 * Render one digest, as HTML and as text.
 *
 * Shape: the HTML is minified; control characters and broken halves of characters are left out of both.
 * Errors: AppError `edition.not_rendered` with everything that MJML finds wrong.
 */
export async function renderDigest(props: DigestProps): Promise<{ html: string; text: string }> {
  const markup = printable(renderToStaticMarkup(createElement(Digest, props)));
  const html = await compile(markup);
  return { html: props.dir === 'rtl' ? mirrored(html) : html, text: printable(digestText(props)) };
}

/** MJML is loaded when it is needed: it is the largest thing in the program, and most of its processes render nothing. */
async function compile(markup: string): Promise<string> {
  const { default: mjml2html } = await import('mjml');
  try {
    const { html } = await mjml2html(shorterQuotes(markup), {
      fonts: {},
      validationLevel: 'strict',
      minify: true,
      keepComments: false,
      // The styles are written short; the minifier would want a further package for them.
      minifyOptions: { minifyCss: false },
    });
    return html;
  } catch (error) {
    throw invalid('edition.not_rendered', `The digest cannot be rendered: ${faultsOf(error).join('; ')}`, {
      cause: error,
    });
  }
}

/**
 * The same document for right to left in the Word engine, which takes the direction of tables and lists from their
 * attribute only: MJML says it in styles, and not at all on the tables that it makes for Outlook.
 */
const mirrored = (html: string) => html.replace(/<(table|td|ul)(?=[\s>])(?![^>]*\sdir=)/g, '<$1 dir="rtl"');

/** Every attribute stands in double quotes, so a single quote needs no escape; it saves kilobytes in a long mail. */
const shorterQuotes = (markup: string) => markup.replaceAll('&#x27;', "'");

function faultsOf(error: unknown): string[] {
  if (error instanceof Error && 'errors' in error && Array.isArray(error.errors))
    return error.errors.map((fault: unknown) => messageOf(fault));
  return [messageOf(error)];
}

function messageOf(fault: unknown): string {
  const { tagName, message } = fault as { tagName?: unknown; message?: unknown };
  return typeof tagName === 'string' ? `<${tagName}>: ${String(message)}` : String(message ?? fault);
}

const printable = (text: string) => text.replace(UNPRINTABLE, '');

const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex -- these are the characters to remove
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\p{Cs}]/gu;
