import { expect, test } from 'vitest';
import { BAND_ROWS_MAX, DOTS, raster } from './escpos';

const hex = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

test('a picture is sent as the bytes that a printer takes it in', () => {
  // An arrow of eleven dots by four rows: two bytes across, the last five bits of each row empty.
  const rows = ['..........#', '##########.', '#.........#', '###########'];
  expect(hex(raster(11, 4, (x, y) => rows[y]![x] === '#'))).toBe('1d 76 30 00 02 00 04 00 00 20 ff c0 80 20 ff e0');
});

test('paper of 58 mm has 48 bytes across, and of 80 mm has 72', () => {
  for (const [paper, across] of [['58', 48], ['80', 72]] as const) {
    const bytes = raster(DOTS[paper], 1, () => true);
    expect(hex(bytes.slice(0, 8)), paper).toBe(`1d 76 30 00 ${across.toString(16)} 00 01 00`);
    expect(bytes.slice(8)).toEqual(Array.from({ length: across }, () => 0xff));
  }
});

test('a long picture goes in bands that a cheap printer holds', () => {
  const heads = (height: number): number[] => {
    const bytes = raster(8, height, () => false);
    const found: number[] = [];
    for (let at = 0; at < bytes.length; at += 8 + bytes[at + 6]! + bytes[at + 7]! * 256) found.push(bytes[at + 6]! + bytes[at + 7]! * 256);
    return found;
  };
  expect(heads(BAND_ROWS_MAX)).toEqual([BAND_ROWS_MAX]);
  expect(heads(BAND_ROWS_MAX + 1)).toEqual([BAND_ROWS_MAX, 1]);
  expect(heads(3 * BAND_ROWS_MAX)).toEqual([BAND_ROWS_MAX, BAND_ROWS_MAX, BAND_ROWS_MAX]);
});
