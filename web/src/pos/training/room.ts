// The practice room: the page's own desk, place and drawer, with a store that forgets and a server that is none. The
// access key is not in it.

import type { Answer, Calls } from '../../api';
import type { PosToday } from '../../api/wire-pos';
import { sharedWords, speak, spoken } from '../../shared/words';
import type { Parts } from '../app/state';
import { Desks } from '../desk';
import { Place } from '../place';
import { Drawer } from '../shift/drawer';
import { pageWords } from '../words';
import { Lessons } from './choose';
import type { Lesson } from './lessons';
import { memory } from './memory';
import { Phone } from './phone';
import { practiceServer } from './server';
import { practiceWords } from './words';

export interface Room {
  parts: Parts;
  lesson: Lesson;
  /** To choose what is practised. */
  Lessons: typeof Lessons;
  /** What the practice customer holds in hand. */
  Phone: typeof Phone;
}

const NOTHING: Answer<never> = { ok: false, trouble: { kind: 'offline', changes: false } };
const TODAY: PosToday = { operations: [], next: null };

/** Reads beside the operations: the list of the day is this device's alone, and nothing else is asked. */
const calls: Calls = {
  get: async <T>(path: string) => (path.startsWith('/pos/today') ? { ok: true, value: TODAY as T } : NOTHING),
  post: async () => NOTHING,
};

/** A room like the place `real` stands at, in which no shift is needed. Its words are said from now on. */
export async function enter(real: Place): Promise<Room> {
  await speak(spoken(), sharedWords, pageWords, practiceWords);
  const self = { ...real.bound!.self, tills: false, show_balance: false, training: true };
  const place = new Place(memory(), calls);
  place.bound = { access_key: '', self };
  place.paper = real.paper;
  const parts = { place, drawer: new Drawer(memory(), place, calls), desks: new Desks(memory(), practiceServer(self)) };
  return { parts, lesson: 'well', Lessons, Phone };
}
