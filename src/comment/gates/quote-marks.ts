/** What stands between a pair of quotation marks. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The places between quotation marks, outer ones before what stands in them.
 *
 * Shape: languages open with what others close with, so the neighbours of a mark decide, then what is open, then its
 * form. An apostrophe is none. A mark without its other half counts to the end of
 * the paragraph, or from its beginning.
 */
export function spansIn(text: string): Span[] {
  const spans: Span[] = [];
  for (const paragraph of text.matchAll(PARAGRAPH)) {
    const end = paragraph.index + paragraph[0].length;
    spans.push(...spansOf(marksIn(text, paragraph.index, end), { from: paragraph.index, to: end }));
  }
  return spans.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

const PARAGRAPH = /(?:[^\n]|\n(?![^\S\n]*\n))+/g;

type Role = 'open' | 'close' | 'either';

interface Mark {
  at: number;
  end: number;
  sign: string;
  role: Role;
  isSingle: boolean;
  /** A closing mark that may be something else: the apostrophe of a plural, inches. */
  isWeak: boolean;
}

function spansOf(marks: readonly Mark[], paragraph: Span): Span[] {
  const spans: Span[] = [];
  const open: Mark[] = [];
  for (const [i, mark] of marks.entries()) {
    const opener = mark.role === 'open' ? -1 : openerOf(mark, open);
    if (opener >= 0) {
      if (mark.isWeak && isClosedLater(marks, i)) continue;
      const closed = open.splice(opener);
      spans.push(...closed.map(({ end }) => ({ from: end, to: mark.at })));
    } else if (mark.role === 'open' || (mark.role === 'either' && !mark.isSingle)) open.push(mark);
    else if (!mark.isSingle && !mark.isWeak) spans.push({ from: paragraph.from, to: mark.at });
  }
  return [...spans, ...open.map((mark) => ({ from: mark.end, to: paragraph.to }))];
}

/** Which of the open marks a mark closes: its own other half, else whatever is as strong; -1 for none. */
function openerOf(mark: Mark, open: readonly Mark[]): number {
  const own = open.findLastIndex(({ sign }) => (CLOSED_BY[sign] ?? '').includes(mark.sign));
  return own >= 0 ? own : open.findLastIndex(({ isSingle }) => isSingle === mark.isSingle);
}

function isClosedLater(marks: readonly Mark[], at: number): boolean {
  for (const mark of marks.slice(at + 1)) {
    if (mark.isSingle !== marks[at]?.isSingle) continue;
    if (mark.role === 'open') return false;
    if (!mark.isWeak) return true;
  }
  return false;
}

function marksIn(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match && match.index < to; match = MARK.exec(text)) {
    const [at, end] = [match.index, match.index + match[0].length];
    const before = text.slice(Math.max(from, at - 2), at);
    const mark = markOf(match[0], before, text.slice(end, Math.min(to, end + 8)));
    if (mark) marks.push({ ...mark, at, end });
  }
  return marks;
}

function markOf(sign: string, before: string, after: string): Omit<Mark, 'at' | 'end'> | undefined {
  const isSingle = SINGLES.includes(sign);
  const isAfterWord = /[\p{L}\p{N}\p{M}]$/u.test(before);
  const isBeforeWord = /^[\p{L}\p{N}]/u.test(after);
  if (isSingle && isAfterWord && isBeforeWord) return undefined;
  if (isSingle && !isAfterWord && CLIPPED.test(after)) return undefined;
  // Inches.
  if ((sign === '"' || sign === '″') && /\p{Nd}$/u.test(before) && /^\s+\p{Ll}/u.test(after))
    return { sign, isSingle, role: 'close', isWeak: true };
  return { sign, isSingle, role: roleOf(sign, before, after), isWeak: isSingle && /s$/iu.test(before) };
}

function roleOf(sign: string, before: string, after: string): Role {
  const opens =
    /(?:^|[\s([{\u002d\u2012-\u2015/:]|[“„«‹‘‚「『"'])$/u.test(before) &&
    /^(?:[^\s.,;:!?)\]}]|\.\.)/u.test(after);
  const closes =
    /\S$/u.test(before) && /^(?:$|[\s.,;:!?…)\]}\u002d\u2012-\u2015/]|[”“»›’‘」』"'])/u.test(after);
  if (ALWAYS_OPEN.includes(sign)) return 'open';
  if (ALWAYS_CLOSED.includes(sign)) return 'close';
  if (opens !== closes) return opens ? 'open' : 'close';
  if (MOSTLY_OPEN.includes(sign)) return 'open';
  return MOSTLY_CLOSED.includes(sign) ? 'close' : 'either';
}

const MARK = /''|ʼʼ|``|,,|<<|>>|[❝❞❮❯″‶ˮʺ˝״“”„‟⹂«»"＂〝〞〟「」『』〈〉《》⟪⟫🙶🙷❛❜⠦⠴‘’‚‛‹›'`´＇ʻʼ]/gu;
const SINGLES = "‘’‚‛‹›'`´＇ʻʼ";
const ALWAYS_OPEN = [...Array.from('❝❮〈《⟪🙶❛⠦⹂„‚「『〝'), '<<', ',,', '``'];
const ALWAYS_CLOSED = [...Array.from('❞❯〉》⟫🙷❜⠴」』〞〟'), '>>'];
const MOSTLY_OPEN = ['“', '«', '‹', '‘', '‟', '‛', '`'];
const MOSTLY_CLOSED = ['”', '»', '›', '’', '´'];
const CLOSED_BY: Record<string, string> = {
  '❝': '❞',
  '❮': '❯',
  '〈': '〉',
  '《': '》',
  '⟪': '⟫',
  '🙶': '🙷',
  '❛': '❜',
  '⠦': '⠴',
  '⹂': '”',
  ˮ: 'ˮ',
  ʺ: 'ʺ',
  '˝': '˝',
  '‶': '‶',
  '״': '״',
  ʼʼ: 'ʼʼ',
  ʻ: 'ʼ',
  ʼ: 'ʼ',
  '<<': '>>',
  '″': '″',
  '“': '”',
  '”': '”',
  '„': '“”',
  '‟': '”',
  ',,': "''",
  '``': "''",
  "''": "''",
  '«': '»',
  '»': '«»',
  '"': '"',
  '＂': '＂',
  '〝': '〞〟',
  '「': '」',
  '『': '』',
  '‘': '’',
  '’': '’',
  '‚': '‘’',
  '‛': '’',
  '‹': '›',
  '›': '‹›',
  "'": "'",
  '`': "'´",
  '´': '´',
};
/** Words that begin with an apostrophe: ’tis, ’em, ’90s, ’n’. */
const CLIPPED =
  /^(?:\p{Nd}|(?:tis|twas|twill|em|cause|til|till|round|bout|ere|n|s|t|k|m|ne|nen|ner|nem)(?!\p{L}))/iu;
