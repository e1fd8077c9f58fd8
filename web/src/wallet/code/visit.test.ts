import { expect, test } from 'vitest';
import type { Withdrawal, WithdrawalState } from '../../api/wire-wallet';
import { isOver, onBalance, onSession, onWithdrawal, type Visit } from './visit';

const money = (amount: string) => ({ amount, currency: 'GBP' });
const begun: Visit = {
  purpose: 'withdraw',
  place: { pos_id: 'p', number: 1, name: 'Shop', owner_name: 'Shops', cash: 'yes', currencies: ['GBP'], purposes: ['withdraw'] },
  account_id: 'a',
  currency: 'GBP',
  amount: money('10.00'),
  armed: { code: '123456', phone_number: '+14155559992', valid_from: '', expires_at: '', server_time: '2026-11-23T12:00:00Z' },
  stage: 'code',
  operation_id: undefined,
  check_word: undefined,
  withdrawal: undefined,
};
const withdrawal = (state: WithdrawalState, operation_id = 'o', created_at = '2026-11-23T12:00:05Z'): Withdrawal => ({
  transaction_id: 't', operation_id, account_id: 'a', pos_id: 'p', pos_name: 'Shop', check_word: 'maple', amount: money('10.00'), fee: money('0.00'), state,
  held: money('0.00'), paid: money('0.00'), returned: money('0.00'), created_at,
});
const session = { operation_id: 'o', pos_id: 'p', pos_name: 'Shop', check_word: 'maple', at: '2026-11-23T12:00:03Z' };

test('a withdrawal goes from the code to done by way of opened and set aside', () => {
  let visit = onSession(begun, session);
  expect(visit).toMatchObject({ stage: 'opened', operation_id: 'o', check_word: 'maple' });
  visit = onWithdrawal(visit, withdrawal('pending'));
  expect(visit.stage).toBe('set_aside');
  expect(isOver(visit)).toBe(false);
  visit = onWithdrawal(visit, withdrawal('completed'));
  expect(visit.stage).toBe('done');
  expect(isOver(visit)).toBe(true);
});

test('word that comes late or twice does not take a visit back', () => {
  const done = onWithdrawal(onSession(begun, session), withdrawal('completed'));
  expect(onWithdrawal(done, withdrawal('pending'))).toBe(done);
  expect(onSession(done, session)).toBe(done);
});

test('money that comes back after "done" is told', () => {
  const done = onWithdrawal(onSession(begun, session), withdrawal('completed'));
  expect(onWithdrawal(done, withdrawal('reversed')).stage).toBe('returned');
});

test('each state of a withdrawal has its place', () => {
  for (const [state, stage] of [
    ['pending', 'set_aside'], ['unconfirmed', 'unconfirmed'], ['completed', 'done'], ['paid_late', 'done'], ['partially_reversed', 'part'], ['reversed', 'returned'],
  ] as const) {
    expect(onWithdrawal(onSession(begun, session), withdrawal(state)).stage, state).toBe(stage);
  }
});

test("another visit's withdrawal is not taken for this one's", () => {
  const opened = onSession(begun, session);
  expect(onWithdrawal(opened, withdrawal('completed', 'other'))).toBe(opened);
  expect(onWithdrawal(begun, withdrawal('completed', 'old', '2026-11-23T11:59:59Z'))).toBe(begun);
  expect(onWithdrawal(begun, withdrawal('pending')).stage).toBe('set_aside');
});

test('a deposit is done when its account has changed after the code was opened', () => {
  const deposit: Visit = { ...begun, purpose: 'deposit', amount: undefined };
  expect(onBalance(deposit, 'a').stage).toBe('code');
  const opened = onSession(deposit, session);
  expect(onBalance(opened, 'b').stage).toBe('opened');
  expect(onBalance(opened, 'a').stage).toBe('done');
});
