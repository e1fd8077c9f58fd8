// The words of the shared components, and everything a page needs to have words of its own.

import { voice, type Loaders } from './words';
import type { words } from './en';

export { has, LANGUAGES, locale, ownName, preferred, speak, spoken, tellKnown, use, useLanguage, voice } from './words';
export type { Catalogue, Language, Loaders, Message, Translated } from './words';

export type SharedWords = typeof words;
export const { t, tx } = voice<SharedWords>();

export const sharedWords: Loaders<SharedWords> = {
  en: () => import('./en'),
  fr: () => import('./fr'),
  es: () => import('./es'),
  ar: () => import('./ar'),
  sw: () => import('./sw'),
};
