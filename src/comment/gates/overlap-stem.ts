import { createStems } from '../../shared/stems.ts';

/** What a language makes of a word; what it has stemmed once it remembers for every article. */
export const stemIn = createStems();
