import { beforeAll, expect, test } from 'vitest';
import { FAULTS_MAX, lintEdition, type LintInput } from '../../../src/compose/lint/lint.ts';
import { NOBODY } from '../../../src/compose/lint/looked.ts';
import { readersConfig } from '../../helpers/readers.ts';
import { storiesUnder } from '../paper.ts';
import { faultsOf, inputOf, withChange } from './edition.ts';

let sound: LintInput;
beforeAll(async () => {
  sound = await inputOf();
});

const STORY_1 = 'story:harbour:00000000-0000-4000-8000-000000000001';
const NAME_1 = "Harbour: “Story 1: the “Gull’s” <night> & 'day' ferry”";

test('an edition of the paper has no fault, with 24 stories in three categories', async () => {
  expect(lintEdition(sound)).toEqual([]);
  const slugs = ['harbour', 'schools', 'weather'];
  const many = Array.from({ length: 24 }, (_, i) => [slugs[i % 3] ?? '', ...(i % 5 === 0 ? ['night'] : [])]);
  const categories = [...slugs, 'night'].map((slug) => ({ slug, name: `On ${slug}` }));
  expect(lintEdition(await inputOf(storiesUnder(many), readersConfig({ categories })))).toEqual([]);
});

test('an edition in a language that is written from right to left has no fault', async () => {
  const { newsroom } = readersConfig();
  const config = readersConfig({ newsroom: { ...newsroom, language: 'ar' } });
  expect(lintEdition(await inputOf(undefined, config))).toEqual([]);
});

test('a fragment that is missing is told alone', () => {
  const without = (key: string, form: 'full' | 'brief') => ({
    ...sound,
    fragments: sound.fragments.filter((fragment) => fragment.key !== key || fragment.form !== form),
  });
  expect(faultsOf(without('foot', 'full'))).toEqual(['whole | the fragment foot']);
  expect(faultsOf(without('close:harbour', 'full'))).toEqual(['whole | the fragment close:harbour']);
  expect(faultsOf(without(STORY_1, 'brief'))).toEqual([`whole | ${NAME_1}, in brief`]);
  expect(faultsOf({ ...sound, stories: [] })).toEqual(['whole | the edition']);
});

test('a category that the frame does not have is told with its story', () => {
  const stories = sound.stories.map((story, i) => (i === 0 ? { ...story, category: 'sport' } : story));
  expect(faultsOf({ ...sound, stories })).toEqual([
    `whole | sport: “Story 0: the “Gull’s” <night> & 'day' ferry”`,
  ]);
});

test('no more than fifty faults are told, and then how many there are besides', () => {
  const broken = withChange(sound, { key: 'foot' }, (html) =>
    html.replace('</div>', `${Array.from({ length: 60 }, (_, i) => `<a href="/${i}"></a>`).join('')}</div>`),
  );
  const faults = lintEdition(broken);
  expect(faults).toHaveLength(FAULTS_MAX + 1);
  expect(faults.at(-1)).toMatchObject({ check: 'more', problem: expect.stringContaining('10 more') });
});

test('no fault names the reader for whom the mails were put together', () => {
  const broken = withChange(sound, { key: 'foot' }, (html) =>
    html.replace('</div>', `<p>${NOBODY.subscriberId}</p></div>`),
  );
  expect(JSON.stringify(lintEdition(broken))).toContain('the id of its reader');
  expect(JSON.stringify(lintEdition(broken)).replaceAll('leaves out', '')).not.toContain('@');
});
