// What the people of the tests do besides using a page: the operator invites, another cashier works at another POS.

import type { DemoPos, Server } from './server';

export interface Session {
  token_id: string;
  operation_id: string;
}

interface Envelope {
  status: { error_code?: string };
  data: { session?: Session } & Partial<Session>;
}

let wallets = 0;

/** A wallet nobody else uses, with this much of a currency: a second device would make the first wait for its cash. */
export async function newWallet(server: Server, amount = '100.00', currency = 'GBP'): Promise<{ wallet_id: string; phone_number: string; account_id: string }> {
  wallets += 1;
  const phone_number = `+4479460${String(wallets).padStart(5, '0')}`;
  const wallet = await server.operator<{ wallet_id: string; accounts: { account_id: string }[] }>('POST', '/wallets', { phone_number, currencies: [currency] });
  await server.operator('POST', `/wallets/${wallet.wallet_id}/topups`, { amount: { amount, currency } });
  return { wallet_id: wallet.wallet_id, phone_number, account_id: wallet.accounts[0]!.account_id };
}

/** A one-time invite for a device of a wallet. */
export const invite = async (server: Server, wallet_id = server.demo.seed.wallet_id): Promise<string> =>
  (await server.operator<{ invite: string }>('POST', `/wallets/${wallet_id}/invites`, {})).invite;

/** A cashier at a POS of the demo, over the wire. */
export class Cashier {
  readonly #server: Server;
  readonly #pos: Pick<DemoPos, 'pos_id' | 'access_key'>;
  readonly #phone: string;
  session: Session | undefined;

  constructor(server: Server, phone_number = server.demo.seed.phone_number, pos: Pick<DemoPos, 'pos_id' | 'access_key'> = server.demo.seed) {
    this.#server = server;
    this.#pos = pos;
    this.#phone = phone_number;
  }

  get #headers(): Record<string, string> {
    return { access_key: this.#pos.access_key, phone_number: this.#phone, ...(this.session && { token_id: this.session.token_id, operation_id: this.session.operation_id }) };
  }

  async login(code: string): Promise<void> {
    this.session = undefined;
    const answer = await this.#server.pos<Envelope>('POST', `/login/${this.#pos.pos_id}/${code}`, this.#headers);
    const found = answer.data.session ?? answer.data;
    this.session = { token_id: found.token_id!, operation_id: found.operation_id! };
  }

  async withdraw(account_id: string, amount: string): Promise<void> {
    await this.#server.pos('POST', `/withdraw/${account_id}/${amount}`, this.#headers);
  }

  async deposit(amount: string, currency: string): Promise<void> {
    await this.#server.pos('POST', `/deposit/${amount}/${currency}`, this.#headers);
  }

  async logout(): Promise<void> {
    await this.#server.pos('POST', '/logout', this.#headers);
  }

  /** Tells that a receipt was printed. */
  async print(medium: 'browser' | 'printer' | 'file'): Promise<void> {
    await this.#server.call('POST', `/api/v1/pos/operations/${this.session!.operation_id}/prints`, this.#headers, { medium });
  }

  async reverse(account_id: string, amount: string): Promise<void> {
    await this.#server.pos('POST', `/reversal/${account_id}/${amount}`, this.#headers);
  }
}

/** What was paid out: the names the ledger and the cashier know it by. */
export interface PaidOut {
  operation_id: string;
  transaction_id: string;
}

/** A withdrawal of the demo's own customer at the demo's own POS, over the wire, paid. */
export async function paidOut(server: Server, amount = '10.00'): Promise<PaidOut> {
  const { seed } = server.demo;
  const armed = await server.operator<{ code: string; valid_from: string; server_time: string }>('POST', `/wallets/${seed.wallet_id}/codes`, { pos_id: seed.pos_id, amount: { amount, currency: 'GBP' } });
  // A code that is armed in the last seconds of its window begins with the next one.
  const early_ms = Date.parse(armed.valid_from) - Date.parse(armed.server_time);
  if (early_ms > 0) await new Promise((begun) => setTimeout(begun, early_ms + 50));
  const cashier = new Cashier(server);
  await cashier.login(armed.code);
  await cashier.withdraw(seed.account_id, amount);
  await cashier.logout();
  for (const medium of ['printer', 'browser'] as const) await cashier.print(medium);
  const { operation_id } = cashier.session!;
  const found = await server.operator<{ operations: { transaction_id: string }[] }>('GET', `/search?q=${operation_id}`);
  return { operation_id, transaction_id: found.operations[0]!.transaction_id };
}
