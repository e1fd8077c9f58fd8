import type { words } from './en';
import type { Loaders } from './words';

export const sharedWords: Loaders<typeof words> = {
  en: () => import('./en'),
  fr: () => import('./fr'),
  es: () => import('./es'),
  ar: () => import('./ar'),
  sw: () => import('./sw'),
};
