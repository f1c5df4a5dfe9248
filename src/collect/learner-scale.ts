/** What was said of a category without having seen the decision, and what the decision was. */
export interface Tried {
  score: number;
  belongs: boolean;
}

/**
 * Fit what a score means: the logarithm of how many times likelier it makes a category.
 *
 * Shape: scores that told nothing right give margins of about 0, whatever they are.
 * Source: Platt, Probabilistic outputs for support vector machines, 1999: logistic regression, here by Newton's steps. The
 * line is held towards the one that says nothing, which matters where there is little to go by.
 */
export function fitScale(tried: readonly Tried[]): (score: number) => number {
  const unit = Math.sqrt(tried.reduce((sum, { score }) => sum + score * score, 0) / tried.length) || 1;
  const belong = tried.filter(({ belongs }) => belongs).length;
  const before = Math.log((belong + 1) / (tried.length - belong + 1));
  const points = tried.map(({ score, belongs }) => ({ x: score / unit, belongs }));
  let line: Line = { slope: 0, shift: 0 };
  for (let step = 0; step < STEPS; step += 1) line = stepped(points, { line, before });
  const { slope, shift } = line;
  return slope <= 0 ? () => 0 : (score) => (slope * score) / unit + shift;
}

interface Line {
  slope: number;
  shift: number;
}

const STEPS = 30;
/** From far away a whole step would lead still further away. */
const STEP_MAX = 1;
const HOLD = 1;

function stepped(
  points: readonly { x: number; belongs: boolean }[],
  { line: { slope, shift }, before }: { line: Line; before: number },
): Line {
  let [bySlope, byShift] = [-HOLD * slope, -HOLD * shift];
  let [slopes, both, shifts] = [HOLD, 0, HOLD];
  for (const { x, belongs } of points) {
    const likely = 1 / (1 + Math.exp(-(slope * x + shift + before)));
    const off = Number(belongs) - likely;
    const unsure = likely * (1 - likely);
    bySlope += off * x;
    byShift += off;
    slopes += unsure * x * x;
    both += unsure * x;
    shifts += unsure;
  }
  const determinant = slopes * shifts - both * both;
  return {
    slope: slope + short((shifts * bySlope - both * byShift) / determinant),
    shift: shift + short((slopes * byShift - both * bySlope) / determinant),
  };
}

const short = (step: number) => Math.max(-STEP_MAX, Math.min(STEP_MAX, step));
