// Which language a page is to speak. Apart from the words and from everything that draws, because a page's entry asks
// for the words before anything else of it is there.

export const LANGUAGES = ['en', 'fr', 'es', 'ar', 'sw'] as const;
export type Language = (typeof LANGUAGES)[number];

export const KEPT_UNDER = 'specie.language';

const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

/** The language chosen before, or the first of the browser's that we speak. */
export function preferred(): Language {
  const kept = globalThis.localStorage?.getItem(KEPT_UNDER) ?? '';
  if (isLanguage(kept)) return kept;
  for (const wanted of navigator.languages ?? []) {
    const short = wanted.slice(0, 2).toLowerCase();
    if (isLanguage(short)) return short;
  }
  return 'en';
}
