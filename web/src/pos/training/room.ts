// The practice room: the page's own desk, place and drawer, with a store that forgets and a server that is none. The
// access key is not in it.

import type { Answer, Calls } from '../../api';
import type { PosSelf, PosToday } from '../../api/wire-pos';
import { sharedWords, speak, spoken } from '../../shared/words';
import type { Parts } from '../app/state';
import { Desks } from '../desk';
import { Place } from '../place';
import { Drawer } from '../shift/drawer';
import { pageWords } from '../words';
import { Lessons } from './choose';
import type { Chosen } from './lessons';
import { memory } from './memory';
import { Phone } from './phone';
import { practiceServer } from './server';
import { practiceCashiers, PracticeTill } from './till';
import { practiceWords } from './words';

export interface Room {
  parts: Parts;
  chosen: Chosen;
  till: PracticeTill;
  /** To choose what is practised. */
  Lessons: typeof Lessons;
  /** What the practice customer holds in hand. */
  Phone: typeof Phone;
}

const NOTHING: Answer<never> = { ok: false, trouble: { kind: 'offline', changes: false } };
const TODAY: PosToday = { operations: [], next: null };

/** Calls beside the operations: the list of the day is this device's alone, the tills are the practice drawer's. */
const calls = (till: PracticeTill): Calls => ({
  get: async <T>(path: string) => (path.startsWith('/pos/today') ? { ok: true, value: TODAY as T } : path === '/pos/tills' ? till.get<T>(path) : NOTHING),
  post: till.post,
});

/** A room like the place `real` stands at, with a shift of its own where there are shifts. Its words are said from now on. */
export async function enter(real: Place): Promise<Room> {
  await speak(spoken(), sharedWords, pageWords, practiceWords);
  const self: PosSelf = { ...real.bound!.self, cashiers: practiceCashiers(), show_balance: false, training: true };
  const chosen: Chosen = { lesson: 'well', currency: self.currencies[0] };
  const till = new PracticeTill(self, chosen);
  const asked = calls(till);
  const place = new Place(memory(), asked);
  place.bound = { access_key: '', self };
  place.paper = real.paper;
  const parts = { place, drawer: new Drawer(memory(), place, asked), desks: new Desks(memory(), practiceServer(self, chosen, till)) };
  return { parts, chosen, till, Lessons, Phone };
}
