import type { Reading } from '../../../db/commentary.ts';
import type { SectionAnswer, TodoAnswer } from '../commentary.ts';
import { createTextGates } from './gates.ts';
import { canCompare, createGroundsGate } from './grounds.ts';
import type { Ground } from './ground.ts';
import { judgeProse } from './judge-prose.ts';
import { judgeTodo } from './judge-todo.ts';
import type { Judged } from './judged.ts';
import { createWholeGates } from './whole.ts';

export interface Judge {
  opinion(answer: SectionAnswer): Judged<'opinion'>;
  action(answer: SectionAnswer): Judged<'action'>;
  todo(answer: TodoAnswer): Judged<'todo'>;
}

/**
 * Make the judge of what is written about one article.
 *
 * Shape: no finding means that every gate is green. `ids` are those of the registry that may be named.
 */
export function createJudge(
  ground: Ground,
  { reading, ids }: { reading: Reading; ids: ReadonlySet<string> },
): Judge {
  const gates = createTextGates(ground);
  const whole = createWholeGates(ground);
  const rests = createGroundsGate(reading, ground.source, ground.language);
  const unjudged = canCompare(ground.source, ground.language) ? [] : ['grounds' as const];
  return {
    opinion: (answer) => {
      const judged = judgeProse('opinion', answer, { gates, whole, rests });
      return { ...judged, unjudged: [...judged.unjudged, ...unjudged] };
    },
    action: (answer) => judgeProse('action', answer, { gates, whole, rests: undefined }),
    todo: (answer) => judgeTodo(answer, { gates, whole, ids }),
  };
}
