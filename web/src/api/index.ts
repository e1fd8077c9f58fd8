export type { Shape } from './shapes';
export { CALL_TIMEOUT_MS, Client, send, type Call, type Calls, type Sent, type Verb } from './client';
export { Intent } from './intent';
export { codeOf, isAnswered, isProblem, moneyMoved, type Answer, type Problem, type Trouble } from './trouble';
