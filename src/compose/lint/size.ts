import type { EditionFault } from '../../../db/edition.ts';
import type { Looked, Piece } from './looked.ts';

/** No mail is longer than the edition allows, and each ends in the whole foot with the two ways out. */
export function checkSize({ input, pieces, mails, links }: Looked): EditionFault[] {
  const { bytesMax } = input.frame;
  const foot = pieces.find(({ key }) => key === 'foot');
  const long = mails
    .filter(({ bytes }) => bytes > bytesMax)
    .map(({ where, bytes }) =>
      fault(
        where,
        `The HTML has ${bytes} bytes, and ${bytesMax} are allowed, though all stories are brief or left to the web. Raise digest.bytesMax, or make what stands around the stories shorter.`,
      ),
    );
  const cut = mails
    .filter(({ html, text }) => foot && !(html.endsWith(foot.html) && text.endsWith(foot.text)))
    .map(({ where }) => fault(where, 'It does not end in the whole foot. Compose the edition again.'));
  return [...long, ...cut, ...(foot ? waysOut(foot, links) : [])];
}

function waysOut(foot: Piece, { preferences, unsubscribe }: Looked['links']): EditionFault[] {
  return (['html', 'text'] as const).flatMap((part) =>
    [
      { link: preferences, name: 'to change categories' },
      { link: unsubscribe, name: 'to unsubscribe' },
    ]
      .filter(({ link }) => !foot[part].includes(link))
      .map(({ name }) =>
        fault(foot.where, `The ${NAMES[part]} has no link ${name}. Put it back into the footer's template.`),
      ),
  );
}

const NAMES = { html: 'HTML', text: 'text part' };

const fault = (where: string, problem: string): EditionFault => ({ check: 'size', where, problem });
