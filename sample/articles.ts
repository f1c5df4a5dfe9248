import type { SampleArticle } from './article.ts';
import { oddsFerryFund } from './articles/odds-ferry-fund.ts';

/** Every article of the sample newsroom, in no particular order. */
export const sampleArticles: readonly SampleArticle[] = [oddsFerryFund];
