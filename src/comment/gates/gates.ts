import type { SectionKind } from '../../../db/commentary-section.ts';
import { accusationsIn } from './accusations.ts';
import { asReadIn } from './contacts-fold.ts';
import { contactsIn } from './contacts.ts';
import { createDateGate } from './dates.ts';
import type { Ground } from './ground.ts';
import { leftoversIn } from './leftovers.ts';
import { createNameGate } from './names.ts';
import { createNumberGate } from './numbers.ts';
import { createOfficeGate } from './offices.ts';
import { createSpeakerGate } from './quotes-given.ts';
import { printQuotes } from './quotes.ts';

/** Every gate by its name, in the order in which verdicts are listed. */
export const gateNames = [
  'shape',
  'canary',
  'quotes',
  'speakers',
  'contacts',
  'numbers',
  'dates',
  'names',
  'offices',
  'registry',
  'grounds',
  'overlap',
  'language',
  'leftovers',
  'repeats',
  'accusations',
  'minimum',
] as const;
export type GateName = (typeof gateNames)[number];

/** The gates that are asked about each section. */
export const gatesOf: Record<SectionKind, readonly GateName[]> = {
  opinion: gateNames.filter((gate) => gate !== 'registry'),
  action: gateNames.filter((gate) => gate !== 'registry' && gate !== 'grounds'),
  todo: gateNames.filter((gate) => gate !== 'grounds' && gate !== 'repeats'),
};

/** What a gate has against a text. */
export interface Finding {
  gate: GateName;
  /** Where: `opinion.paragraphs.2`. */
  at: string;
  /** What was seen, as a sentence that goes on after the place: `holds a web address`. */
  evidence: string;
}

/** One text that a reader would see. */
export interface JudgedText {
  /** With every quotation as the source writes it. */
  text: string;
  findings: Finding[];
}

/** The gates that one text is led through. */
export interface TextGates {
  judge(text: string, at: string, options?: { letter?: boolean }): JudgedText;
  isStrangeDate(text: string): boolean;
  /** Gates that cannot tell, in this language or from this source; a person has to look instead. */
  unjudged: GateName[];
}

/**
 * Make the gates for the texts about one article.
 *
 * Shape: a text passes when it has no findings. Quotations must stand in the source; numbers, dates, names and who
 * holds which office in the source or the registry; no contact of any kind, no leftovers of the making, and no accusation
 * of a crime in our words.
 */
export function createTextGates(ground: Ground): TextGates {
  const asRead = asReadIn(ground.language);
  const read = readGround(ground, asRead);
  const numbers = createNumberGate(read);
  const dates = createDateGate(read);
  const names = createNameGate(read);
  const offices = createOfficeGate(read);
  const speakers = createSpeakerGate(ground.source);
  const speaks = accusationsIn('', ground.language) !== undefined;
  return {
    unjudged: [...(names ? [] : ['names' as const]), ...(speaks ? [] : ['accusations' as const])],
    isStrangeDate: (text) => dates(asRead(text)).length > 0,
    judge(given, at, { letter = false } = {}) {
      const printed = printQuotes(given, ground.source);
      const { text, faults } = printed;
      const misgiven = speakers(printed);
      const seen = asRead(text);
      const found: [GateName, string[]][] = [
        ['quotes', [...faults, ...misgiven.quotes]],
        ['speakers', misgiven.speakers],
        ['contacts', contactsIn(text).map((name) => `holds ${name}; remove it`)],
        ['numbers', numbers(seen).map((it) => `says ${it}, a number that the article does not have`)],
        ['dates', dates(seen).map((it) => `says ${it}, a date that the article does not have`)],
        ['names', (names?.(seen) ?? []).map((it) => `names ${it}, which the article does not`)],
        ['offices', offices(seen).map((it) => `says "${it}", an office that nobody bears out`)],
        [
          'leftovers',
          leftoversIn(seen, { letter }).map((it) => `holds "${it}", which is no part of the text`),
        ],
        [
          'accusations',
          (accusationsIn(seen, ground.language, read.source.text) ?? []).map(
            (it) => `accuses somebody of a crime in our own words: "${it}"`,
          ),
        ],
      ];
      return {
        text,
        findings: found.flatMap(([gate, all]) => all.map((evidence) => ({ gate, at, evidence }))),
      };
    },
  };
}

/** What a text is held against, as people read it. */
function readGround(ground: Ground, asRead: (text: string) => string): Ground {
  return {
    ...ground,
    source: { ...ground.source, text: asRead(ground.source.text) },
    known: ground.known.map(asRead),
    officials: ground.officials.map(({ name, office }) => ({ name: asRead(name), office: asRead(office) })),
  };
}
