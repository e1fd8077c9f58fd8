// The customer's API as the page reads it.

export interface Money {
  amount: string;
  currency: string;
}

export interface WalletAccount {
  account_id: string;
  currency: string;
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
  rests_until?: string | null;
  offline: 'off' | 'this_device' | 'other_device';
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
  number: string | number;
  name: string;
  address?: string | null;
  hours?: string | null;
  distance_m?: number | null;
  cash: 'yes' | 'low' | 'unknown';
  currencies: string[];
  purposes: ('withdraw' | 'deposit')[];
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
  check_word?: string | null;
  fee?: Money | null;
  total?: Money | null;
}

export type WithdrawalState = 'pending' | 'unconfirmed' | 'completed' | 'partially_reversed' | 'reversed' | 'paid_late';

export interface Case {
  case?: string;
  number?: string | number;
  state: string;
  opened_at: string;
  due_at?: string | null;
}

export interface Withdrawal {
  transaction_id: string;
  operation_id: string;
  pos_name: string;
  amount: Money;
  fee: Money;
  state: WithdrawalState;
  held: Money;
  paid: Money;
  returned: Money;
  created_at: string;
  check_word?: string | null;
  case?: Case | null;
}

export interface Entry {
  number: number;
  amount: Money;
  balance: Money;
  reason: string;
  operation_id: string | null;
  made_at: string;
}

export interface WalletDevice {
  device_id: string;
  name: string;
  created_at: string;
  last_seen_at?: string | null;
  revoked_at?: string | null;
  this?: boolean;
}

export interface OfflineSeed {
  seed: string;
  digits: number;
  period_s: number;
}

export interface SessionEvent {
  operation_id: string;
  pos_name: string;
  at: string;
}
