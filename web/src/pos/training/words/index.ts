// The words that only the practice room says.

import { voice, type Loaders, type SharedWords } from '../../../shared/words';
import type { Words as PageWords } from '../../words';
import type { words } from './en';

export type Words = typeof words;
export const { t } = voice<Words & PageWords & SharedWords>();

export const practiceWords: Loaders<Words> = {
  en: () => import('./en'),
  fr: () => import('./fr'),
  es: () => import('./es'),
  ar: () => import('./ar'),
  sw: () => import('./sw'),
};
