import { expect, test } from 'vitest';
import { address, parse } from '.';

test('a path and a query come back as they were sent', () => {
  for (const path of [[], ['cash'], ['places', 'a/b'], ['s', '100%', 'ü']]) {
    const route = parse(address(path, { invite: '7Q4M-9KZT' }));
    expect(route.path).toEqual(path);
    expect(route.query.get('invite')).toBe('7Q4M-9KZT');
  }
});

test('an address that nobody made is no failure', () => {
  for (const hash of ['', '#', '#/', '##', '#/%E0%A4%A', '#/?']) expect(() => parse(hash)).not.toThrow();
});
