import { expect, test } from 'vitest';
import { assetRoutes, loadAssets } from '../../src/web/assets.ts';
import { readersConfig } from '../helpers/readers.ts';

test('the sample newsroom serves its logo, to be kept for a day', async () => {
  const answer = await assetRoutes(loadAssets({ ...readersConfig(), sample: true })).request('/logo.png');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([128, 128]);
});

test('no other newsroom has a lantern', async () => {
  const answer = await assetRoutes(loadAssets({ ...readersConfig(), sample: false })).request('/logo.png');
  expect(answer.status).toBe(404);
});
