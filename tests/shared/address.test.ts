import { describe, expect, test } from 'vitest';
import {
  addressKey,
  canonicalAddress,
  fileNameOf,
  maskAddress,
  parseAddress,
} from '../../src/shared/address.ts';

describe('an address as a person types it', () => {
  test.each([
    [' Ana.Reis+news@Tide.EXAMPLE ', 'Ana.Reis+news@tide.example'],
    ["o'neil@tide.example", "o'neil@tide.example"],
    ['josé@exämple.de', 'josé@exämple.de'],
    ['josé@exämple.de'.normalize('NFD'), 'josé@exämple.de'],
    ['ю@почта.рф', 'ю@почта.рф'],
    [`${'a'.repeat(64)}@tide.example`, `${'a'.repeat(64)}@tide.example`],
  ])('%j is one', (typed, address) => {
    expect(parseAddress(typed)).toBe(address);
  });

  test.each([
    '',
    'ana',
    '@tide.example',
    'ana@',
    'ana@tide',
    'ana@1.2.3.4',
    'ana@[127.0.0.1]',
    'a na@tide.example',
    '.ana@tide.example',
    'ana..b@tide.example',
    '"a b"@tide.example',
    'Ana <ana@tide.example>',
    'ana@tide.example, bo@tide.example',
    'ana@bo@tide.example',
    'ana@-tide.example',
    'ana@tide.example.',
    `${'a'.repeat(65)}@tide.example`,
    `ana@${'a'.repeat(250)}.example`,
    // What the conversion of a domain to ASCII would quietly take away.
    'ana@ti\nde.example',
    'ana@tide.example\r\nBcc:b',
    'ana@ti\tde.example',
    'ana@tide.example/x',
    'ana@tide.example#x',
    'ana@tide.example?x',
    'ana@ti%64e.example',
    'ana@ti\u00ADde.example',
    'ana@\u200Btide.example',
  ])('%j is none', (typed) => {
    expect(parseAddress(typed)).toBeUndefined();
  });
});

test('addresses that reach the same person have the same key, and another secret gives another', () => {
  expect(canonicalAddress('Ana@exämple.de')).toBe('ana@xn--exmple-cua.de');
  expect(addressKey('s', 'Ana@exämple.de')).toBe(addressKey('s', 'ana@xn--exmple-cua.de'));
  expect(addressKey('s', 'ana@tide.example')).not.toBe(addressKey('t', 'ana@tide.example'));
  expect(addressKey('s', 'ana@tide.example')).toMatch(/^[0-9a-f]{64}$/);
});

test('a masked address shows two letters', () => {
  expect(maskAddress('maria@tide.example')).toBe('m…@t…');
  expect(maskAddress('🌊maria@tide.example')).toBe('🌊…@t…');
});

test('a file name has nothing that a file system could take for something else', () => {
  expect(fileNameOf('Ana.Reis+x@tide.example')).toBe('ana.reis-x-at-tide.example');
  expect(fileNameOf('../../etc/passwd@x.example')).not.toMatch(/^\.|\//);
  expect(fileNameOf(`${'a'.repeat(200)}@x.example`).length).toBeLessThanOrEqual(80);
});
