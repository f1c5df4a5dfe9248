import { startEmbedded } from '../../db/embedded.ts';

/** A process that uses the database of a directory until it is told to stop, or to end without a word. */
const server = await startEmbedded(process.argv[2] ?? '');
process.stdout.write(`${server.url('postgres')}\n`);
process.stdin.once('data', (data) => {
  if (String(data).startsWith('exit')) process.exit(0);
  void server.stop().then(() => process.exit(0));
});
