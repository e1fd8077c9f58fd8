// What the wallet keeps on the device, by name.

import { Keep } from '../../shared/keep';
import type { Place, Wallet, Withdrawal } from '../../api/wire-wallet';
import type { KeptPin } from '../lock/pin';
import type { OfflineKey } from '../offline/totp';

/** What the server said last, and when by its clock. */
export interface Snapshot {
  wallet: Wallet;
  withdrawals: Withdrawal[];
  read_at: string;
}

interface Kept {
  pin: KeptPin;
  snapshot: Snapshot;
  /** How far the server's clock is ahead of the device's, milliseconds. */
  clock_offset_ms: number;
  offline: OfflineKey;
  /** Whole, for the QR code beside an offline code. */
  phone_number: string;
  /** A sign-in whose answer has not come: asked again, it is the same wish. */
  enrolling: { invite: string; device_name: string; key: string };
  last_place: Place;
}

const keep = new Keep('specie-wallet');

export const load = <K extends keyof Kept>(name: K): Promise<Kept[K] | undefined> => keep.get<Kept[K]>(name);
export const save = <K extends keyof Kept>(name: K, value: Kept[K]): Promise<void> => keep.set(name, value);
export const drop = (name: keyof Kept): Promise<void> => keep.remove(name);
export const dropAll = (): Promise<void> => keep.clear();
