import type { Loaders } from '../../../shared/words';
import type { words } from './en';

export const doorWords: Loaders<typeof words> = {
  en: () => import('./en'),
  fr: () => import('./fr'),
  es: () => import('./es'),
  ar: () => import('./ar'),
  sw: () => import('./sw'),
};
