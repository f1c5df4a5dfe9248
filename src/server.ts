import { exitCodeOf, explain } from './exit.ts';
import { run } from './main.ts';

/** `npm start`: the site, the schedule and the work in one process. */
try {
  await run({ web: true, work: true });
} catch (error) {
  explain(error);
  process.exitCode = exitCodeOf(error);
}
