// The words before anybody signed in: few, so that the first screen waits for little.

import { voice, type SharedWords } from '../../../shared/words';
import type { words } from './en';

export { doorWords } from './loaders';

export type Words = typeof words;
export const { t } = voice<Words & SharedWords>();
