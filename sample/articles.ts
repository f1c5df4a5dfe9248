import type { SampleArticle } from './article.ts';
import { article as bakersStartAtThree } from './articles/bakers-start-at-three.ts';
import { article as bellFoundersExhibit } from './articles/bell-founders-exhibit.ts';
import { article as budgetHearingDates } from './articles/budget-hearing-dates.ts';
import { article as cafeOlga100 } from './articles/cafe-olga-100.ts';
import { article as councilDelaysDischargeRegister } from './articles/council-delays-discharge-register.ts';
import { article as dockhandsVoteStrike } from './articles/dockhands-vote-strike.ts';
import { article as dyeWorksFinedAfterSpill } from './articles/dye-works-fined-after-spill.ts';
import { article as dyeWorksFinedTarnSpill } from './articles/dye-works-fined-tarn-spill.ts';
import { article as emptyHomesCount } from './articles/empty-homes-count.ts';
import { article as hospitalWaitTimesPublished } from './articles/hospital-wait-times-published.ts';
import { article as mareAltaInvadeCaisVelho } from './articles/mare-alta-invade-cais-velho.ts';
import { article as measlesClinicHours } from './articles/measles-clinic-hours.ts';
import { article as nightBusCutsDockhands } from './articles/night-bus-cuts-dockhands.ts';
import { article as orquestraJovemSede } from './articles/orquestra-jovem-sede.ts';
import { article as riverTurnsRedBelowDyeWorks } from './articles/river-turns-red-below-dye-works.ts';
import { article as salmonReturnUpperTarn } from './articles/salmon-return-upper-tarn.ts';
import { article as saltmarketRentsRise } from './articles/saltmarket-rents-rise.ts';
import { article as schoolLibraryCloses } from './articles/school-library-closes.ts';
import { article as transitBoardMinutes } from './articles/transit-board-minutes.ts';
import { article as videoNightBusLastRun } from './articles/video-night-bus-last-run.ts';

/** Every article of the sample newsroom, the latest first. */
export const sampleArticles: readonly SampleArticle[] = [
  riverTurnsRedBelowDyeWorks,
  dyeWorksFinedAfterSpill,
  dyeWorksFinedTarnSpill,
  councilDelaysDischargeRegister,
  salmonReturnUpperTarn,
  mareAltaInvadeCaisVelho,
  nightBusCutsDockhands,
  dockhandsVoteStrike,
  bakersStartAtThree,
  transitBoardMinutes,
  videoNightBusLastRun,
  saltmarketRentsRise,
  emptyHomesCount,
  measlesClinicHours,
  hospitalWaitTimesPublished,
  schoolLibraryCloses,
  orquestraJovemSede,
  cafeOlga100,
  budgetHearingDates,
  bellFoundersExhibit,
];
