// The words of the shared components, and everything a page needs to have words of its own.

import { voice } from './words';
import type { words } from './en';

export { LANGUAGES, preferred, type Language } from './language';
export { sharedWords } from './loaders';
export { has, locale, ownName, speak, spoken, tellKnown, use, useLanguage, voice } from './words';
export type { Catalogue, Loaders, Message, Translated } from './words';

export type SharedWords = typeof words;
export const { t, tx } = voice<SharedWords>();
