import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';

/** Build for production into `dist/`: JavaScript from every room, and the files that are read at run time. */
const READ_AT_RUN_TIME = ['db/migrations', 'src/web/site.css', 'src/web/mark.svg', 'sample/logo.png'];

await rm('dist', { recursive: true, force: true });
const { status } = spawnSync('tsc', ['--project', 'tsconfig.build.json'], { stdio: 'inherit', shell: false });
if (status !== 0) process.exit(status ?? 1);
for (const path of READ_AT_RUN_TIME) {
  await mkdir(`dist/${path}`.replace(/\/[^/]*$/, ''), { recursive: true });
  await cp(path, `dist/${path}`, { recursive: true });
}
console.log('Built into dist/; start it with: NODE_ENV=production node dist/src/server.js');
