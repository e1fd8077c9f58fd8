// Shapes of the console's own calls that the generated types do not have yet: staff, search, live, events. The
// generated ones take their place.

import type { Shape } from './shapes';

type Amount = Shape<'Amount'>;

export interface StaffSession {
  staff_id: string;
  person: string;
  role: Shape<'Role'>;
  csrf_token: string;
  /** Without a request for so long the session is over. */
  idle_s: number;
  /** She still has the password that was made for her. */
  first_password: boolean;
}

export interface Person {
  staff_id: string;
  name: string;
  role: Shape<'Role'>;
  created_at: string;
  disabled_at: string | null;
  locked_until: string | null;
}

export interface People {
  staff: Person[];
  next: string | null;
}

/** The only time her secrets are told. */
export interface NewStaff {
  staff_id: string;
  password: string;
  otp_seed: string;
  otp_uri: string;
}

export interface FoundWallet {
  wallet_id: string;
  phone_number: string | null;
  frozen: boolean;
}

export interface FoundPos {
  pos_id: string;
  number: number | null;
  name: string;
  owner_id: string;
  disabled: boolean;
}

export interface FoundOperation {
  operation_id: string;
  transaction_id: string | null;
  wallet_id: string;
  pos_id: string;
  state: string;
  amount: Amount | null;
  opened_at: string;
}

/** At most ten of each; cases by their operations. */
export interface Found {
  wallets: FoundWallet[];
  pos: FoundPos[];
  operations: FoundOperation[];
  accounts: { account_id: string; wallet_id: string | null; balance: Amount }[];
  cases: string[];
}

/** An `operation` event; `what` is its name in the outbox, such as `withdrawal.held`. */
export interface SeenOperation extends FoundOperation {
  what: string;
  at: string;
  pos_name: string;
}

/** Any other event. */
export interface Seen {
  what: string;
  operation_id?: string;
  amount?: Amount | null;
  at: string;
}

export interface LiveMinute {
  at: string;
  sessions: number;
  withdrawals: number;
  completed: number;
  reversed: number;
  unconfirmed: number;
  paid: Amount[];
}

/** Counted since `since`; the minutes oldest first. */
export interface LiveView {
  since: string;
  minutes: LiveMinute[];
}
