import type { EditionFault } from '../../../db/edition.ts';
import { contrast, CONTRAST_MIN, paper } from '../../shared/color.ts';
import { createLooks } from './cascade.ts';
import { shortened, type Looked } from './looked.ts';
import { textsOf } from './tree.ts';

/**
 * Every word can be read on what it is printed on, on light screens and on dark ones.
 *
 * Source: WCAG 2.2, success criterion 1.4.3, without its leave for large text.
 */
export function checkContrast({ input, nodes }: Looked): EditionFault[] {
  const schemes = ['light', 'dark'] as const;
  const pale = schemes.flatMap((scheme) =>
    input.frame.categories.flatMap(({ name, color }) => {
      const own = hexOf(color[scheme]) ?? '';
      const ratio = own && contrast(own, paper[scheme]);
      return ratio && ratio >= CONTRAST_MIN
        ? []
        : [{ scheme, own, fault: tooPale(name, scheme, color[scheme], ratio) }];
    }),
  );
  const texts = textsOf(nodes).filter(({ node }) => node.value.trim() !== '');
  const words = schemes.flatMap((scheme) => {
    const lookOf = createLooks(nodes, scheme);
    const told = new Set(pale.filter((each) => each.scheme === scheme).map(({ own }) => own));
    return texts.flatMap(({ node, piece, parent }) => {
      const { color, background, opacity, isHidden } = lookOf(parent);
      if (isHidden || told.has(hexOf(color) ?? '')) return [];
      const problem = opacity === 1 ? problemOf(color, background) : FAINT;
      if (problem === undefined) return [];
      return [fault(piece.where, `“${shortened(node.value)}” on ${scheme} screens: ${problem}`)];
    });
  });
  return [...pale.map((each) => each.fault), ...words];
}

const FAINT = 'it is not printed in full. Take opacity and filter out.';

function problemOf(color: string, background: string): string | undefined {
  const [front, back] = [hexOf(color), hexOf(background)];
  if (front === undefined || back === undefined)
    return `nobody can tell how ${color} looks on ${background}. Write colours as #rrggbb.`;
  const ratio = contrast(front, back);
  if (ratio >= CONTRAST_MIN) return undefined;
  return `${color} on ${background} has a contrast of ${ratio.toFixed(1)}. It needs ${CONTRAST_MIN}.`;
}

function tooPale(name: string, scheme: string, color: string, ratio: number | ''): EditionFault {
  const has = ratio === '' ? 'is not written as #rrggbb' : `has a contrast of ${ratio.toFixed(1)}`;
  return fault(
    `the category ${name}`,
    `Its colour on ${scheme} screens, ${color}, ${has}. Choose one of at least ${CONTRAST_MIN} to the paper.`,
  );
}

/** A colour as `#rrggbb`; undefined when it is written in a way that mails do not need. */
function hexOf(color: string): string | undefined {
  const text = color.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return text.replace(/[0-9a-f]/g, '$&$&');
  if (text === 'white') return '#ffffff';
  if (text === 'black') return '#000000';
  const [, ...parts] = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text) ?? [];
  if (parts.length === 0) return undefined;
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

const fault = (where: string, problem: string): EditionFault => ({ check: 'contrast', where, problem });
