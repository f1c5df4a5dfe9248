import { describe, expect, test } from 'vitest';
import type { SectionKind } from '../../../db/commentary-section.ts';
import type { Ground } from '../../../src/comment/gates/ground.ts';
import { createSourceText } from '../../../src/comment/gates/source-text.ts';
import { createWholeGates } from '../../../src/comment/gates/whole.ts';

/** A hundred words without a meaning, of which stems are themselves. */
const words = Array.from({ length: 100 }, (_, i) => `b${letter(i / 10)}${letter(i)}kox`);
function letter(i: number): string {
  return 'abcdefghij'[Math.floor(i) % 10] ?? '';
}
const source = (body: string, language = 'en') => createSourceText({ title: '', body, language });
const ground = (text: Ground['source'], language = 'en'): Ground => ({
  source: text,
  known: [],
  officials: [],
  language,
  day: '2026-11-24',
});
/** Of a hundred words the part that the source has; each once, so that the share is the coefficient. */
const sharing = (share: number) => words.map((word, i) => (i < share * 100 ? word : `zz${word}`)).join(' ');
const judge = (kind: SectionKind, share: number) =>
  createWholeGates(ground(source(words.join(' '))))(kind, [sharing(share)]);

describe('a section shares words with its article', () => {
  test.each([
    ['opinion', 0.35],
    ['action', 0.19],
    ['todo', 0.19],
  ] as const)('%s: %d is enough', (kind, share) => {
    expect(judge(kind, share)).toEqual({ findings: [], unjudged: [] });
  });
  test.each([
    ['opinion', 0.33],
    ['action', 0.17],
    ['todo', 0.17],
    ['opinion', 0],
  ] as const)('%s: %d is about something else', (kind, share) => {
    expect(judge(kind, share).findings).toEqual([
      {
        gate: 'overlap',
        at: kind,
        evidence: `shares ${String(Math.round(share * 100))} % of its words with the article; it is about something else`,
      },
    ]);
  });
  test('all its texts count together', () => {
    const whole = createWholeGates(ground(source(words.join(' '))));
    expect(whole('opinion', [sharing(0), sharing(1)]).findings).toEqual([]);
    expect(whole('opinion', [sharing(0), sharing(0)]).findings).toHaveLength(1);
  });
});

describe('where it cannot be told a person has to look', () => {
  test('a short text', () => {
    const whole = createWholeGates(ground(source(words.join(' '))));
    expect(whole('todo', ['badkox bagkox'])).toEqual({ findings: [], unjudged: ['overlap'] });
  });
  test('a source in another language', () => {
    const whole = createWholeGates(ground(source(words.join(' '), 'de')));
    expect(whole('todo', [sharing(0)]).unjudged).toEqual(['overlap']);
  });
});

const GERMAN =
  'Der Rat der Stadt hat gestern beschlossen, dass die alte Brücke über den Fluss geschlossen wird. Die Menschen, die jeden Morgen zur Arbeit gehen, müssen nun einen langen Umweg machen, und niemand hat sie gefragt. Wer im Krankenhaus arbeitet, kommt zu spät. Die Stadt sollte einen Bus bezahlen, denn sie hat das Geld dafür, und sie hat es versprochen. Ein Brief an den Rat kostet nicht viel, und er wird gelesen. Wir alle können etwas tun, damit die Brücke bald wieder geöffnet wird. Fragen Sie Ihre Nachbarn, was sie brauchen, und gehen Sie gemeinsam zur nächsten Sitzung. Nehmen Sie Ihre Kinder mit, denn auch sie gehen jeden Tag über den Fluss, und sie werden noch hier sein, wenn wir es nicht mehr sind.';
const ENGLISH =
  'The council of the town decided yesterday that the old bridge over the river will be closed. The people who walk to work each morning have to make a long detour now, and nobody has asked them. Those who work at the hospital will be late. The town should pay for a bus, since it has the money for it, and has promised it. A letter to the council does not cost much, and it will be read. All of us can do something so that the bridge is opened again soon. Ask your neighbours what they need, and go to the next meeting together. Take your children with you, since they too cross the river every day, and they will still be here when we are not.';

const languagesOf = (text: string, language: string) =>
  createWholeGates(ground(source(text, language), language))('opinion', [text]).findings;

describe('a section is written in the newsroom’s language', () => {
  test('as it is', () => {
    expect(languagesOf(ENGLISH, 'en')).toEqual([]);
    expect(languagesOf(GERMAN, 'de')).toEqual([]);
    expect(languagesOf(GERMAN, 'de-AT')).toEqual([]);
  });
  test.each([
    [GERMAN, 'en'],
    [ENGLISH, 'de'],
    [`${ENGLISH.slice(0, 60)} ${GERMAN}`, 'en'],
  ])('or is a fault: %s', (text, language) => {
    expect(languagesOf(text, language)).toContainEqual({
      gate: 'language',
      at: 'opinion',
      evidence: `is not written in "${language}"`,
    });
  });
});
