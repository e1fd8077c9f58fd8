// Shapes that the POS page reads, by hand until they are in the server's OpenAPI document.

import type { Amount } from '../shared/money';

/** `GET /pos/self`: who the access key is. */
export interface PosSelf {
  pos_id: string;
  number?: string | null;
  name: string;
  owner_name?: string | null;
  currencies: { currency: string; decimals: number; denominations?: string[] | null }[];
  tills: boolean;
  training?: boolean;
  show_balance?: boolean;
  server_time: string;
  code_digits?: number;
  /** Those who work here, if the server tells. */
  cashiers?: { cashier_id: string; name: string }[];
}

/** One line of `GET /pos/today`: a withdrawal. */
export interface PosOperation {
  operation_id: string;
  transaction_id?: string | null;
  state: string;
  amount: Amount | null;
  held: Amount | null;
  paid: Amount | null;
  returned: Amount | null;
  opened_at?: string;
}

export interface PosToday {
  operations: PosOperation[];
  next: string | null;
}

export interface Till {
  till_id: string;
  pos_id: string;
  name: string;
  till_session_id: string | null;
  cashier_id: string | null;
  opened_at: string | null;
}

export interface TillCount {
  currency: string;
  notes: { denomination: string; count: number }[];
}

export interface TillClosed {
  till_session_id: string;
  handed_to: string | null;
  lines: { expected: Amount; counted: Amount; variance: Amount }[];
}
