// The customer's API as the page reads it: the server's own shapes under the page's names. What the document leaves
// as text, and the events, are written here.

import type { Shape } from './shapes';

export interface Money {
  amount: string;
  currency: string;
}

export type WalletAccount = Shape<'CustomerAccount'>;
export type Wallet = Shape<'CustomerWallet'>;
export type NewDevice = Shape<'SignedInDevice'>;
export type Place = Shape<'Place'>;
export type Places = Shape<'Places'>;
export type Quote = Shape<'Quote'>;
export type ArmedCode = Shape<'OwnCode'>;
export type Case = Shape<'OwnCase'>;
export type Entry = Shape<'AccountEntry'>;
export type Entries = Shape<'AccountEntries'>;
export type WalletDevice = Shape<'OwnDevice'>;
export type WalletDevices = Shape<'OwnDevices'>;
export type OfflineSeed = Shape<'OfflineDevice'>;

export type WithdrawalState = 'pending' | 'unconfirmed' | 'completed' | 'partially_reversed' | 'reversed' | 'paid_late';
export type Withdrawal = Omit<Shape<'OwnWithdrawal'>, 'state'> & { state: WithdrawalState };
export type Withdrawals = Omit<Shape<'OwnWithdrawals'>, 'withdrawals'> & { withdrawals: Withdrawal[] };

export interface SessionEvent {
  operation_id: string;
  pos_id: string;
  pos_name: string;
  check_word: string;
  at: string;
}

export interface DeviceEvent {
  device_id: string;
  signed_in: boolean;
  at: string;
}
