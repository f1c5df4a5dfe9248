import { describe, expect, test } from 'vitest';
import { createPrints, packPrint, unpackPrint } from '../../../src/collect/story/print.ts';
import { createStems } from '../../../src/shared/stems.ts';
import { createTerms } from '../../../src/collect/story/terms.ts';
import { termWordsOf, wordsOf } from '../../../src/shared/words.ts';

describe('the words of a text', () => {
  test('are characters in scripts without spaces when texts are compared', () => {
    expect(wordsOf('Ferry 東京 news')).toEqual(['ferry', '東', '京', 'news']);
  });
  test('are pairs of characters in Chinese and Japanese when it is told what they are about', () => {
    expect(termWordsOf('東京都のFerry 駅')).toEqual(['東京', '京都', '都の', 'ferry', '駅']);
  });
  test('come from a dictionary in Thai', () => {
    const words = termWordsOf('เรือข้ามฟาก ferry');
    expect(words.join('')).toBe('เรือข้ามฟากferry');
    expect(words.length).toBeGreaterThan(2);
    expect(words.length).toBeLessThan(6);
  });
});

describe('stems', () => {
  const stems = createStems();
  test('make forms of one word the same in their own language', () => {
    const [en, de, pt] = [stems('en-GB'), stems('de'), stems('pt_BR')];
    expect(en('ferries')).toBe(en('ferry'));
    expect(de('straßen')).toBe(de('straße'));
    expect(pt('barcos')).toBe(pt('barco'));
  });
  test('leave words alone where there is no stemmer, and for tags that are none', () => {
    for (const tag of ['tlh', '', 'constructor', '__proto__', '🙂']) {
      const stem = stems(tag);
      expect(stem('ferries')).not.toBe(stem('ferry'));
    }
  });
  test('of words that tell nothing are none', () => {
    const en = stems('en');
    expect([en('the'), en('x')]).toEqual([0, 0]);
    expect(en('7')).not.toBe(0);
  });
  test('come to an end for words of any length and letters', () => {
    for (const tag of ['ar', 'de', 'en', 'fi', 'hu', 'ru', 'ta', 'tr'])
      for (const letter of ['a', 'e', 'y', 'ß', 'ا', 'அ', 'ы', '\u0301'])
        expect(stems(tag)(letter.repeat(100_000))).toBeTypeOf('number');
  }, 10_000);
});

describe('terms', () => {
  const termsOf = createTerms('en');
  test('count title and beginning apart', () => {
    const { words, inTitle, inLead } = termsOf({
      title: 'Ferry, ferries',
      text: 'A ferry sails.',
      language: 'en',
    });
    const counts = Array.from(words, (_, i) => `${inTitle[i] ?? ''} ${inLead[i] ?? ''}`);
    expect(counts.toSorted()).toEqual(['0 1', '2 1']);
  });
  test('are in the language that a text is seen to be in when nobody says it', () => {
    const text =
      'A maré alta invadiu o cais velho durante a noite e os moradores pedem obras à câmara municipal.';
    const seen = termsOf({ title: 'Marés altas', text, language: null });
    expect(seen).toEqual(termsOf({ title: 'Marés altas', text, language: 'pt' }));
  });
  test('are in the language that a text is seen to be in when it says plainly the wrong one', () => {
    const text = 'Der Hafen ist für die Fähre zu klein, und das wird sich auch in diesem Jahr nicht ändern.';
    const right = termsOf({ title: 'Fähren', text, language: 'de' });
    expect(termsOf({ title: 'Fähren', text, language: 'en-US' })).toEqual(right);
  });
  test('are in the newsroom’s own language where nothing can be seen', () => {
    const danish = createTerms('da')({ title: 'Færgerne', text: '', language: null });
    expect(danish).toEqual(termsOf({ title: 'Færgerne', text: '', language: 'da' }));
  });
  test('end after the beginning of a long text, and count no further than a byte', () => {
    const text = 'ferry '.repeat(1_000) + 'clinic';
    const { words, inLead } = termsOf({ title: '', text, language: 'en' });
    expect([words.length, Array.from(inLead)]).toEqual([1, [100]]);
    expect(termsOf({ title: 'ferry '.repeat(1_000), text: '', language: 'en' }).inTitle[0]).toBe(60);
  });
});

describe('a print', () => {
  const printOf = createPrints('en');
  test.each([
    ['of a text', Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ')],
    ['of a few words', 'Too short.'],
    ['of nothing', ''],
  ])('%s comes back from its bytes as it was', (_, text) => {
    const print = printOf({ title: 'Ferry sails', text, language: null });
    const { terms, shingles } = packPrint(print);
    expect(unpackPrint({ terms, shingles })).toEqual(print);
    // As a driver gives it: somewhere within a larger piece of memory.
    const shifted = Buffer.concat([Buffer.from([0]), terms]).subarray(1);
    expect(unpackPrint({ terms: shifted, shingles })).toEqual(print);
  });
  test('without its shingles still says what the piece is about', () => {
    const print = printOf({ title: 'Ferry sails', text: '', language: 'en' });
    expect(unpackPrint({ terms: packPrint(print).terms, shingles: null }).terms).toEqual(print.terms);
  });
});
