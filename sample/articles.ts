import type { SampleArticle } from './article.ts';
import { canneryMediator } from './articles/cannery-mediator.ts';
import { gaugesWentQuiet } from './articles/gauges-went-quiet.ts';
import { mediatorForCannery } from './articles/mediator-for-cannery.ts';
import { nightClinic } from './articles/night-clinic.ts';
import { oddsFerryFund } from './articles/odds-ferry-fund.ts';
import { ropeStreet } from './articles/rope-street.ts';
import { schoolBusNine } from './articles/school-bus-nine.ts';

/** Every article of the sample newsroom, in no particular order. */
export const sampleArticles: readonly SampleArticle[] = [
  gaugesWentQuiet,
  nightClinic,
  schoolBusNine,
  oddsFerryFund,
  mediatorForCannery,
  canneryMediator,
  ropeStreet,
];
