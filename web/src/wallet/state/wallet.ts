// The wallet's state and everything that changes it. What the server said last is kept on the device, so that the page
// has something to show without a network; it is then marked as old.

import { Client, codeOf, Intent, isAnswered, type Answer, type Trouble } from '../../api';
import type { ArmedCode, DeviceEvent, NewDevice, Place, SessionEvent, Wallet, WalletAccount, Withdrawal, Withdrawals } from '../../api/wire-wallet';
import { now_ms, observe, offset, recall } from '../../shared/clock';
import { isOver, onBalance, onSession, onWithdrawal, type Visit } from '../code/visit';
import { toast } from '../../shared/toast';
import { t } from '../words';
import { drop, dropAll, load, save, type Snapshot } from './kept';
import { Store } from './store';

export const WITHDRAWALS_SHOWN = 20;

export interface State {
  phase: 'starting' | 'enrol' | 'choose_pin' | 'locked' | 'open';
  snapshot: Snapshot | undefined;
  /** Why the last reading failed: the snapshot is old. */
  trouble: Trouble | undefined;
  visit: Visit | undefined;
  /** The server has signed this device out. */
  signedOut: boolean;
}

export const client = new Client();
export const store = new Store<State>({ phase: 'starting', snapshot: undefined, trouble: undefined, visit: undefined, signedOut: false });

/** What the device knows before it asks anybody. */
export async function begin(): Promise<void> {
  const [snapshot, pin, clock_offset_ms] = await Promise.all([load('snapshot'), load('pin'), load('clock_offset_ms')]);
  if (clock_offset_ms !== undefined) recall(clock_offset_ms);
  if (!snapshot) store.set({ phase: 'enrol' });
  else store.set({ phase: pin ? 'locked' : 'choose_pin', snapshot });
}

/** The invite works once. If the answer is lost, the same wish is repeated, after a reload too, and brings it again. */
export async function enrol(invite: string, device_name: string, intent: Intent): Promise<Trouble | undefined> {
  const before = await load('enrolling');
  const wish = before?.invite === invite ? before : { invite, device_name, key: intent.key };
  await save('enrolling', wish);
  const answer = await client.post<NewDevice>('/wallet/device', new Intent(wish.key), { invite, device_name: wish.device_name });
  if (!answer.ok) {
    if (isAnswered(answer.trouble)) await drop('enrolling');
    return answer.trouble;
  }
  client.csrf = answer.value.csrf_token;
  await read();
  const { snapshot, trouble } = store.value;
  if (!snapshot) return trouble;
  await drop('enrolling');
  store.set({ phase: 'choose_pin', signedOut: false });
  return undefined;
}

let reading: Promise<void> | undefined;
let again = false;

/** Reads the wallet and its newest withdrawals; asked for while it reads, it reads once more. */
export function read(): Promise<void> {
  if (reading) {
    again = true;
    return reading;
  }
  reading = readOnce().finally(() => {
    reading = undefined;
    if (!again) return;
    again = false;
    void read();
  });
  return reading;
}

async function readOnce(): Promise<void> {
  const asked = performance.now();
  const [wallet, page] = await Promise.all([
    client.get<Wallet>('/wallet'),
    client.get<Withdrawals>(`/wallet/withdrawals?limit=${WITHDRAWALS_SHOWN}`),
  ]);
  if (!wallet.ok) return fail(wallet.trouble);
  if (!page.ok) return fail(page.trouble);
  observe(wallet.value.server_time, performance.now() - asked);
  client.csrf = wallet.value.csrf_token;
  const snapshot = { wallet: wallet.value, withdrawals: page.value.withdrawals, read_at: wallet.value.server_time };
  const visit = page.value.withdrawals.reduce((before, one) => before && onWithdrawal(before, one), store.value.visit);
  store.set({ snapshot, visit, trouble: undefined });
  await save('snapshot', snapshot);
  await save('clock_offset_ms', offset() ?? 0);
}

async function fail(trouble: Trouble): Promise<void> {
  if (codeOf(trouble) === 'unauthenticated' && store.value.phase !== 'enrol') {
    await forget();
    store.set({ signedOut: true });
    return;
  }
  store.set({ trouble });
}

/** The device is no device of the wallet any more: nothing of it stays here. */
async function forget(): Promise<void> {
  await dropAll();
  client.csrf = undefined;
  store.set({ phase: 'enrol', snapshot: undefined, trouble: undefined, visit: undefined });
}

export async function signOut(intent: Intent): Promise<Trouble | undefined> {
  const answer = await client.call<undefined>('DELETE', '/wallet/device', { intent });
  if (!answer.ok && codeOf(answer.trouble) !== 'unauthenticated') return answer.trouble;
  await forget();
  return undefined;
}

export const lock = (): void => {
  if (store.value.phase === 'open') store.set({ phase: 'locked' });
};

export interface Wish {
  purpose: Visit['purpose'];
  place: Place;
  account: Pick<WalletAccount, 'account_id' | 'currency'>;
  /** Decimal text; without one the cashier types it (deposits). */
  amount: string | undefined;
}

/** Asks for a code. A code asked for before is dead as soon as this one is there. */
export async function arm({ purpose, place, account, amount }: Wish, intent: Intent): Promise<Trouble | undefined> {
  const money = amount === undefined ? undefined : { amount, currency: account.currency };
  const asked = performance.now();
  const answer = await client.post<ArmedCode>('/wallet/codes', intent, {
    account_id: account.account_id,
    pos_id: place.pos_id,
    purpose,
    ...(money && { amount: money }),
  });
  if (!answer.ok) return answer.trouble;
  observe(answer.value.server_time, performance.now() - asked);
  store.set({
    visit: {
      purpose, place, account_id: account.account_id, currency: account.currency, amount: money,
      armed: answer.value, stage: 'code', operation_id: undefined, check_word: undefined, withdrawal: undefined,
    },
  });
  await save('last_place', place);
  await save('phone_number', answer.value.phone_number);
  return undefined;
}

/** The code is not wanted any more. Nothing is lost if the server does not hear it: the code dies by itself. */
export function leave(): void {
  const { visit } = store.value;
  store.set({ visit: undefined });
  if (visit?.stage === 'code') void client.call('DELETE', '/wallet/codes/current', { intent: new Intent(), retries: 0 });
}

/** Whether somebody waits for what comes next, so that a broken line is asked around. */
export const waits = (): boolean => {
  const { visit } = store.value;
  return visit !== undefined && !isOver(visit);
};

export async function freeze(intent: Intent): Promise<Trouble | undefined> {
  const answer = await client.post<unknown>('/wallet/freeze', intent);
  if (!answer.ok) return answer.trouble;
  store.set({ visit: undefined });
  await read();
  return undefined;
}

export async function dropOffline(intent: Intent): Promise<Trouble | undefined> {
  const answer = await client.call<undefined>('DELETE', '/wallet/offline-device', { intent });
  if (!answer.ok && codeOf(answer.trouble) !== 'device_not_found') return answer.trouble;
  await drop('offline');
  await read();
  return undefined;
}

/** The newest of a withdrawal into the list of those shown. */
export function learn(withdrawal: Withdrawal): void {
  const { snapshot, visit } = store.value;
  if (snapshot) {
    const same = (one: Withdrawal) => one.transaction_id === withdrawal.transaction_id;
    const known = snapshot.withdrawals.some(same);
    const withdrawals = known ? snapshot.withdrawals.map((one) => (same(one) ? withdrawal : one)) : [withdrawal, ...snapshot.withdrawals];
    store.set({ snapshot: { ...snapshot, withdrawals } });
  }
  store.set({ visit: visit && onWithdrawal(visit, withdrawal) });
}

/** What the server tells by itself. */
export const EVENTS: Record<string, (data: unknown) => void> = {
  // First of all, and whenever the stream fell behind: what happened in between is read.
  hello: (data) => {
    observe((data as { server_time: string }).server_time, 0);
    void read();
  },
  device: (data) => {
    const { device_id, signed_in } = data as DeviceEvent;
    if (signed_in && device_id !== store.value.snapshot?.wallet.device.device_id) toast(t('wallet.devices.new'));
  },
  signed_out: () => void read(),
  session: (data) => {
    const { visit } = store.value;
    if (visit) store.set({ visit: onSession(visit, data as SessionEvent) });
  },
  withdrawal: (data) => {
    learn(data as Withdrawal);
    void read();
  },
  balance: (data) => {
    const account = data as WalletAccount;
    const { snapshot, visit } = store.value;
    if (snapshot) {
      const accounts = snapshot.wallet.accounts.map((one) => (one.account_id === account.account_id ? account : one));
      store.set({ snapshot: { ...snapshot, wallet: { ...snapshot.wallet, accounts } } });
    }
    if (visit) store.set({ visit: onBalance(visit, account.account_id) });
  },
};

/** The age of what is shown, when it is old. */
export const isOld = ({ trouble, snapshot }: State): boolean => trouble !== undefined && snapshot !== undefined;

export const serverNow = (): string => new Date(now_ms()).toISOString();

export type { Answer };
