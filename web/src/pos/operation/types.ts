// One operation at the counter: a customer's code, at most one money action, and what became of the cash. All of it is
// plain data, kept on the device before anything of it is sent, so that a reload finds the same wishes under the same
// idempotency values. Amounts are the server's texts.

import type { Shape, Trouble } from '../../api';
import type { Amount } from '../../shared/money';

export type Purpose = 'withdraw' | 'deposit';

export interface Account {
  account_id: string;
  currency: string;
  alias: string;
  /** As text; undefined: not to be shown. */
  balance?: string;
}

/** What the server last said of the operation. */
export type Seen = Pick<Shape<'Operation'>, 'do' | 'state' | 'amount' | 'held' | 'paid' | 'returned'> & Partial<Shape<'Operation'>>;

/** What the cashier says became of the cash. `undo`: a deposit whose cash went back. */
export type Word =
  | { kind: 'dispensed' }
  | { kind: 'not_dispensed' }
  | { kind: 'partial'; dispensed: Amount }
  | { kind: 'unknown' }
  | { kind: 'undo' };

export type Step =
  /** The login is on its way. No money can move before it is answered. */
  | { at: 'opening' }
  /** A session is open; the server is asked what the customer armed. */
  | { at: 'reading' }
  /** The cashier chooses the amount, or accepts the armed one. */
  | { at: 'choosing'; trouble?: Trouble }
  /** The money request is on its way. `unsure`: a try of it may have arrived unheard. */
  | { at: 'moving'; unsure: boolean }
  /** The server is asked what is so now. `trouble`: why it is asked, if it refused something. */
  | { at: 'checking'; trouble?: Trouble }
  /** The server said: hand out, or take. `fresh`: said since the page last lost sight. `again`: shown before. */
  | { at: 'counting'; fresh: boolean; again: boolean; trouble?: Trouble }
  /** The cashier's word is on its way: a fact, sent until it is heard. */
  | { at: 'telling'; word: Word }
  | { at: 'closing' }
  /** The customer brought cash back: on its way into the wallet. */
  | { at: 'returning'; amount: Amount; unsure: boolean }
  | { at: 'done'; trouble?: Trouble }
  /** Over before any money moved. */
  | { at: 'ended'; why: 'cancelled' | 'over' | 'refused'; trouble?: Trouble }
  /** The server gives no answer that settles it. Asking again goes back to `from`. */
  | { at: 'doubt'; from: Step; trouble: Trouble };

/** A print of the receipt, as the server is told of it. */
export type Print = Required<Shape<'TellPrint'>>;

/** A print under the number that makes its idempotency value. */
export interface Untold {
  number: number;
  print: Print;
}

export interface Operation {
  /** Made here; the idempotency values begin with it. */
  id: string;
  pos_id: string;
  purpose: Purpose;
  /** RFC 3339. */
  begun_at: string;
  /** The customer's number but for its middle, for the list. */
  customer: string;
  /** Until the login is answered, and no longer. */
  login?: { phone_number: string; code: string };
  session?: { token: string; operation_id: string; accounts: Account[]; expires_at?: string };
  choice?: { account_id?: string; amount: Amount };
  /** Money requests made so far: each has a value of its own. */
  choices: number;
  /** Words said so far. */
  words: number;
  /** Returns begun so far. */
  returns: number;
  transaction_id?: string;
  seen?: Seen;
  word?: Word;
  /** How often the receipt was printed. */
  printed: number;
  /** Prints that the server has not heard of, the oldest first. */
  untold?: Untold[];
  training: boolean;
  step: Step;
}

/** What came of one try. `lost`: nothing readable, or the server was surely busy; the same request is sent again. */
export type Reply =
  | { kind: 'ok'; value: unknown; expires_at?: string }
  | { kind: 'refused'; trouble: Trouble }
  | { kind: 'lost'; trouble: Trouble };

/** What a cashier presses. */
export type Press =
  | { press: 'choose'; account_id?: string; amount: Amount }
  | { press: 'word'; word: Word }
  /** Nothing is to be paid or taken. */
  | { press: 'cancel' }
  | { press: 'look' }
  | { press: 'give_back'; amount: Amount }
  | { press: 'ask_again' }
  | { press: 'printed'; print: Print };
