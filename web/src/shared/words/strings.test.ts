import { expect, test } from 'vitest';
import { stringsOutside } from './strings';

const sources = import.meta.glob<string>(['/src/**/*.tsx', '/src/**/*.ts', '!/src/**/*.test.*', '!/src/**/words/*.ts', '!/src/api/types.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

test('no words on a page stand outside the catalogues', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(20);
  const found = Object.entries(sources).flatMap(([name, source]) => stringsOutside(name, source).map((one) => `${name}:${one}`));
  expect(found).toEqual([]);
});

test('the finder finds words wherever people would see them', () => {
  const seen = [
    '<p>Hello</p>', "<p>{'Hello'}</p>", "<p>{x ? 'Hello' : t('a')}</p>", "<p>{x && 'Hello'}</p>", '<p>{`Hello ${x}`}</p>', '<img alt="Hello" />',
    "<Field label={'Hello'} />", "toast('Hello')", "const o = { title: 'Hello' }", "document.title = 'Hello'", '<p>مرحبا</p>', '<b>{x ?? "Hello"}</b>',
  ];
  for (const code of seen) expect(stringsOutside('a.tsx', `const f = () => { ${code.startsWith('<') ? `return ${code}` : code}; }`), code).toHaveLength(1);
});

test('the finder leaves alone what nobody reads', () => {
  const unseen = ["<p class=\"row\">{t('a')}</p>", "<p>{x === 'open' && t('a')}</p>", '<p>{12} · —</p>', "<a href={`#/x/${y}`}>{t('a')}</a>", '<Ring kind="main" />'];
  for (const code of unseen) expect(stringsOutside('a.tsx', `const f = () => { return ${code}; }`), code).toEqual([]);
});
