import { expect, test } from 'vitest';
import { overlapWith } from '../../../src/comment/gates/overlap.ts';

const SALMON =
  'The salmon came back to the upper river this autumn. Volunteers counted salmon at the weir, night after night, with ' +
  'lamps and a clicker. The weir has a fish pass that the mill built, and the pass was dry for years. Now water runs in ' +
  'the pass again, and the salmon climb it. The keeper of the weir says that dredging would bury the gravel in which the ' +
  'salmon spawn, and the volunteers ask the river board to stop dredging in autumn, while eggs lie in the gravel. ' +
  'The mill pays for the lamps. The board meets in spring to hear the keeper, the volunteers and the dredging company.';
const OWN =
  'Salmon climb the pass at the weir again. That is the work of volunteers who counted through the night, and of a mill ' +
  'that let water into the pass. It would be foolish to bury the gravel by dredging while salmon spawn.';
const OTHER =
  'A library that opens in the morning only is no library for pupils. The school should find hours in the afternoon, and ' +
  'parents may lend a hand at the shelves until a librarian is paid again by the education office.';
const source = (text: string, language: string | undefined = 'en') => ({
  text,
  language,
  find: () => undefined,
});

test('a text about the source has more in common with it than one about another story', () => {
  const overlap = overlapWith(source(SALMON), 'en');
  expect(overlap(OWN)).toBeGreaterThan(0.45);
  expect(overlap(OTHER)).toBeLessThan(0.15);
  expect(overlap(SALMON)).toBeCloseTo(1);
});
test('a short text, a short source and another language cannot be judged', () => {
  expect(overlapWith(source(SALMON), 'en')('The salmon are back.')).toBeUndefined();
  expect(overlapWith(source('The salmon are back.'), 'en')(OWN)).toBeUndefined();
  expect(overlapWith(source(SALMON, 'pt'), 'en')(OWN)).toBeUndefined();
  expect(overlapWith(source(SALMON, 'en-GB'), 'en')(OWN)).toBeDefined();
});
