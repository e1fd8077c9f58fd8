// The words of this page.

import { voice, type SharedWords } from '../../shared/words';
import type { words } from './en';

export { pageWords } from './loaders';

export type Words = typeof words;
export const { t, tx } = voice<Words & SharedWords>();
