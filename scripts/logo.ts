import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

/**
 * Draw the sample newsroom's logo into `sample/logo.png`: a lantern over two lines of water, on a ground of its own, so
 * that it stands on light and on dark paper alike. Twice the size at which mails show it.
 */
const PATH = 'sample/logo.png';
const SIDE = 128;

const LANTERN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${SIDE}" height="${SIDE}">
  <rect width="64" height="64" rx="10" fill="#9b1c1c"/>
  <g fill="none" stroke="#fffdf8" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
    <path d="M25 14a7 7 0 0 1 14 0M21 20h22l-3-6H24z"/>
    <path d="M23 20v22M41 20v22M20 42h24"/>
    <path d="M12 49q5-4 10 0t10 0t10 0t10 0M17 55q5-4 10 0t10 0t10 0"/>
  </g>
  <path d="M32 24c4 5 5.500 7.500 5.500 10a5.500 5.500 0 0 1-11 0c0-2.500 1.500-5 5.500-10z" fill="#ffd27a"/>
</svg>`;

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${LANTERN}`);
  await writeFile(PATH, await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
console.log(`Drew ${PATH}`);
