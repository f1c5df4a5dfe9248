import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/collect/decode.ts';

const xml = (encoding: string, text: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><title>${text}</title>`;
const ascii = (text: string) => Buffer.from(text, 'latin1');
/** An XML document whose title is in bytes of its own. */
const withBytes = (encoding: string, ...bytes: number[]) =>
  Buffer.concat([ascii(xml(encoding, '').replace('</title>', '')), Buffer.from(bytes), ascii('</title>')]);
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const utf32 = (text: string) =>
  Buffer.concat(
    Array.from(text, (sign) => {
      const four = Buffer.alloc(4);
      four.writeUInt32BE(sign.codePointAt(0) ?? 0);
      return four;
    }),
  );

describe('text is decoded', () => {
  test.each<[string, Buffer, string | undefined, string]>([
    [
      'with the mark of UTF-8',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('né')]),
      'text/xml; charset=iso-8859-1',
      'né',
    ],
    [
      'with the mark of UTF-16, little end first',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('né', 'utf16le')]),
      'text/html; charset=utf-8',
      'né',
    ],
    [
      'with the mark of UTF-16, big end first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), swapped('né')]),
      undefined,
      'né',
    ],
    ['as UTF-16 without a mark, little end first', Buffer.from('<a>né', 'utf16le'), undefined, '<a>né'],
    ['as UTF-16 without a mark, big end first', swapped('<a>né'), 'text/xml', '<a>né'],
    ['as UTF-32 with its mark', utf32('\ufeff<a>né'), undefined, '<a>né'],
    ['as UTF-32 without a mark', utf32('<a>né'), undefined, '<a>né'],
    ['by the content type', ascii('n\xe9'), 'text/html; charset="iso-8859-1"', 'né'],
    [
      'by the content type before the declaration',
      withBytes('koi8-r', 0xe9),
      'text/xml; charset=iso-8859-1',
      'é',
    ],
    ['by the declaration of the document: KOI8-R', withBytes('KOI8-R', 0xe4, 0xc1), undefined, 'Да'],
    ['by the declaration: Shift_JIS', withBytes('Shift_JIS', 0x83, 0x65), 'text/xml', 'テ'],
    ['by the declaration: GB2312', withBytes('gb2312', 0xc4, 0xea), undefined, '年'],
    ['by the declaration: Big5', withBytes('big5', 0xa6, 0x7e), undefined, '年'],
    ['by the declaration: EUC-KR', withBytes('euc-kr', 0xb3, 0xe2), undefined, '년'],
    ['by the declaration: windows-1251', withBytes('windows-1251', 0xc4, 0xe0), undefined, 'Да'],
    [
      'by a declaration that junk has moved',
      Buffer.concat([ascii('\n '), withBytes('koi8-r', 0xe4, 0xc1)]),
      undefined,
      'Да',
    ],
    [
      'by the meta of a page',
      Buffer.concat([ascii('<meta charset="Shift_JIS">'), Buffer.from([0x83, 0x65])]),
      'text/html',
      'テ',
    ],
    ['as UTF-8 where a label lies', Buffer.from('né'), 'text/html; charset=iso-8859-1', 'né'],
    [
      'as windows-1252 where UTF-8 is claimed in vain',
      withBytes('utf-8', 0x93, 0xe9, 0x94),
      'text/xml; charset=utf-8',
      '“é”',
    ],
    ['as windows-1252 without a label', ascii('n\xe9'), undefined, 'né'],
    ['whatever a label says that nobody knows', ascii('n\xe9'), 'text/html; charset=nonsense', 'né'],
    [
      'as what it is where UTF-16 is claimed in vain',
      Buffer.from('<meta charset="utf-16"><p>plain'),
      'text/html; charset=utf-16',
      '<p>plain',
    ],
  ])('%s', (_, bytes, contentType, expected) => {
    expect(decodeText(bytes, contentType)).toContain(expected);
    expect(decodeText(bytes, contentType)).not.toMatch(/^\ufeff/);
  });
  test('as UTF-8 with one letter cut, which spoils no other', () => {
    const text = Buffer.from('é'.repeat(50));
    expect(decodeText(text.subarray(0, -1), undefined)).toBe(`${'é'.repeat(49)}\ufffd`);
  });
  test('from a file in windows-1252 that says so', () => {
    const bytes = readFileSync(new URL('../../fixtures/collect/windows-1252.xml', import.meta.url));
    expect(decodeText(bytes, undefined)).toContain('Café “Élan”');
  });
});
