import { expect, test } from 'vitest';
import { contrast, defaultColor } from '../../src/shared/color.ts';

test('the contrast is that of WCAG, whichever colour comes first', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#777777')).toBe(1);
  // Known pair: the lightest grey that passes on white at 4.5.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#FF0000', '#ffffff')).toBeCloseTo(4, 2);
});

test('eight categories in a row have eight colours, and the ninth begins again', () => {
  const colors = Array.from({ length: 9 }, (_, i) => defaultColor(i));
  expect(new Set(colors.map(({ light }) => light)).size).toBe(8);
  expect(colors[8]).toEqual(colors[0]);
});
