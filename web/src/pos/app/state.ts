// What every screen of the page sees: the place, the desk, the till.

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Desk, Desks } from '../desk';
import type { Place } from '../place';
import type { Drawer } from '../shift/drawer';
import type { Room } from '../training';

export interface Parts {
  place: Place;
  desks: Desks;
  drawer: Drawer;
}

export interface App extends Parts {
  /** While a cashier practises; then place, desks and drawer are the practice room's. */
  room: Room | undefined;
  /** Into the practice room, or out of it. */
  practise: (room: Room | undefined) => void;
  /** Practice has just ended. */
  practised: boolean;
  /** Something of the place or the drawer changed: draw again. */
  changed: () => void;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  return useContext(AppContext)!;
}

/** The desk as it is now. */
export function useDesk(): Desk {
  const { desks } = useApp();
  const [desk, see] = useState(() => desks.state);
  useEffect(() => {
    see(desks.state);
    return desks.listen(() => see(desks.state));
  }, [desks]);
  return desk;
}
