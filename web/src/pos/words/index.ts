// The words of this page.

import { voice, type Loaders, type SharedWords } from '../../shared/words';
import type { words } from './en';

export type Words = typeof words;
export const { t, tx } = voice<Words & SharedWords>();

export const pageWords: Loaders<Words> = {
  en: () => import('./en'),
  fr: () => import('./fr'),
  es: () => import('./es'),
  ar: () => import('./ar'),
  sw: () => import('./sw'),
};
