import { expect, test } from 'vitest';
import { LANGUAGES, type Catalogue, type Language, type Message } from '.';

const files = import.meta.glob<{ words: Catalogue }>('/src/**/words/??.ts', { eager: true });

const catalogue = (folder: string, language: Language): Catalogue => {
  const file = files[`${folder}/${language}.ts`];
  if (!file) throw new Error(`${folder} has no ${language}.ts`);
  return file.words;
};
const folders = [...new Set(Object.keys(files).map((file) => file.replace(/\/\w\w\.ts$/, '')))];
const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const places = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

test('there are catalogues', () => {
  expect(folders).toContain('/src/shared/words');
  expect(folders).toContain('/src/wallet/words');
});

test.each(folders)('%s: all languages have the same keys and fill in the same values', (folder) => {
  const en = catalogue(folder, 'en');
  for (const language of LANGUAGES) {
    const words = catalogue(folder, language);
    expect(Object.keys(words).sort(), language).toEqual(Object.keys(en).sort());
    for (const [key, message] of Object.entries(words)) {
      const wanted = places(forms(en[key]!).at(-1)!);
      for (const form of forms(message)) {
        expect(places(form), `${language} ${key}`).toBe(wanted);
        expect(form.trim(), `${language} ${key}`).not.toBe('');
      }
    }
  }
});

test.each(folders)('%s: a message with plural forms has each form its language can ask for', (folder) => {
  for (const language of LANGUAGES) {
    const asked = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(catalogue(folder, language))) {
      if (typeof message === 'string' || Object.keys(message).length === 1) continue;
      const missing = asked.filter((form) => form !== 'many' || language === 'ar').filter((form) => !(form in message));
      expect(missing, `${language} ${key}`).toEqual([]);
    }
  }
});

test('a page and the shared components do not use one key for two things', () => {
  const shared = new Set(Object.keys(catalogue('/src/shared/words', 'en')));
  for (const folder of folders.filter((one) => one !== '/src/shared/words')) {
    expect(Object.keys(catalogue(folder, 'en')).filter((key) => shared.has(key)), folder).toEqual([]);
  }
});
