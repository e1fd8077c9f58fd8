// What is behind the door, fetched before it is drawn. What does not come now is asked for again when it is needed.

import { preferred } from '../shared/words/language';
import { pageWords } from './words/loaders';

const fetchAll = (...loads: (() => Promise<unknown>)[]) => loads.forEach((load) => load().catch(() => undefined));

/** The frame with the first screen, and its words. */
export const fetchRooms = (): void => fetchAll(() => import('./rooms'), pageWords[preferred()]);

/** The other screens. */
export const fetchLater = (): void => fetchAll(() => import('./later'));
