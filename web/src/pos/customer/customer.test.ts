import { expect, test } from 'vitest';
import { plain, plainPhone } from '.';

test('a phone number is read as people type it', () => {
  for (const [typed, read] of [
    ['+44 7700 900-001', '+447700900001'],
    ['0044 7700 900001', '+447700900001'],
    ['+٤٤٧٧٠٠٩٠٠٠٠١', '+447700900001'],
    ['07700 900001', '07700900001'],
  ]) {
    expect(plainPhone(typed!), typed).toBe(read);
  }
});

test('a code keeps its leading zeroes', () => {
  for (const [typed, read] of [
    ['000000', '000000'],
    ['001 234', '001234'],
    ['۰۰۱۲۳۴', '001234'],
  ]) {
    expect(plain(typed!), typed).toBe(read);
  }
});
