// The customer's API as the page reads it.

export interface Money {
  amount: string;
  currency: string;
}

/** Always balance = held + available. */
export interface WalletAccount {
  account_id: string;
  currency: string;
  alias: string;
  balance: Money;
  held: Money;
  available: Money;
}

export interface Wallet {
  wallet_id: string;
  /** Masked. */
  phone_number: string;
  status: string;
  frozen: boolean;
  /** A new device: no cash before this time. */
  rests_until?: string;
  offline: 'off' | 'enrolled';
  accounts: WalletAccount[];
  device: { device_id: string; name: string };
  csrf_token: string;
  server_time: string;
}

export interface NewDevice {
  wallet_id: string;
  device_id: string;
  csrf_token: string;
}

export interface Place {
  pos_id: string;
  /** On its sign. */
  number: number;
  name: string;
  owner_name: string;
  cash: 'yes' | 'low' | 'unknown';
  currencies: string[];
  purposes: ('withdraw' | 'deposit' | 'any')[];
}

export interface Places {
  places: Place[];
  next: number | null;
}

export interface Quote {
  amount: Money;
  fee: Money;
  total: Money;
}

export interface ArmedCode {
  code: string;
  phone_number: string;
  valid_from: string;
  expires_at: string;
  server_time: string;
  fee?: Money;
  total?: Money;
}

export type WithdrawalState = 'pending' | 'unconfirmed' | 'completed' | 'partially_reversed' | 'reversed' | 'paid_late';

export interface Case {
  /** Its number. */
  case: string;
  kind: string;
  state: 'open' | 'closed';
  opened_at: string;
  due_at: string | null;
}

/** Always amount = held + paid + returned. */
export interface Withdrawal {
  transaction_id: string;
  operation_id: string;
  account_id: string;
  pos_id: string;
  pos_name: string;
  amount: Money;
  fee: Money;
  state: WithdrawalState;
  held: Money;
  paid: Money;
  returned: Money;
  created_at: string;
  check_word: string;
  case?: Case;
}

export interface Withdrawals {
  withdrawals: Withdrawal[];
  next: string | null;
}

export interface Entry {
  number: number;
  amount: Money;
  balance: Money;
  reason: string;
  operation_id: string | null;
  made_at: string;
}

export interface Entries {
  entries: Entry[];
  next: number | null;
}

export interface WalletDevice {
  device_id: string;
  name: string;
  created_at: string;
  revoked_at?: string;
  this?: boolean;
}

export interface OfflineSeed {
  seed: string;
  digits: number;
  period_s: number;
}

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
