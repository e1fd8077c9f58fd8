// Shapes of the console's own calls that the generated types do not have yet: staff, search, live, events. The
// generated ones take their place.

import type { Shape } from './shapes';

type Amount = Shape<'Amount'>;

export interface StaffSession {
  person: string;
  role: Shape<'Role'>;
  csrf_token: string;
  idle_s: number;
}

export interface StaffMember {
  staff_id: string;
  name: string;
  role: Shape<'Role'>;
  created_at?: string;
  disabled_at?: string | null;
}

export interface NewStaff {
  staff_id: string;
  password: string;
  otp_seed: string;
  otp_uri: string;
}

export interface FoundWallet {
  wallet_id: string;
  phone_number?: string | null;
  frozen?: boolean;
}

export interface FoundPos {
  pos_id: string;
  name: string;
  number?: string | number;
  owner_id?: string;
  owner_name?: string;
  disabled?: boolean;
  currencies?: string[];
}

export interface SeenOperation {
  operation_id: string;
  transaction_id?: string | null;
  pos_id: string;
  pos_name?: string;
  owner_id?: string;
  wallet_id?: string;
  purpose?: string;
  state: string;
  amount?: Amount | null;
  fee?: Amount | null;
  held?: Amount | null;
  paid?: Amount | null;
  returned?: Amount | null;
  at?: string;
}

export interface Found {
  wallets: FoundWallet[];
  pos: FoundPos[];
  operations: SeenOperation[];
  accounts: { account_id: string; kind?: string; currency?: string }[];
  cases: Shape<'CaseLine'>[];
}

export interface LiveMinute {
  at: string;
  withdrawals: number;
  approved: number;
  refused: number;
  paid: Amount[];
}

export interface Live {
  since: string;
  minutes: LiveMinute[];
  open_sessions: number;
  unconfirmed: number;
  float: { pos_id: string; name: string; position: Amount }[];
}
