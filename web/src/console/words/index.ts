// The words of this page: those at the door, and those of the rooms, which come when somebody is let in.

import { sharedWords, speak, spoken, voice, type Catalogue, type Language, type Loaders, type SharedWords } from '../../shared/words';
import { doorWords, type Words as DoorWords } from '../sign-in/words';
import type { words } from './en';
import { pageWords } from './loaders';

export type Words = typeof words;
export const { t, tx } = voice<Words & DoorWords & SharedWords>();

const loaders: Loaders<Catalogue>[] = [sharedWords, doorWords];

/** Loads a language and speaks it from now on. */
export const speakHere = (next: Language): Promise<void> => speak(next, ...loaders);

/** Speaks the words of the rooms, too, from now on. */
export function speakInside(): Promise<void> {
  if (!loaders.includes(pageWords)) loaders.push(pageWords);
  return speakHere(spoken());
}
