export { advice, type Advice, type Cash, type Moved } from './advice';
export { begin, heard, isOver, mayCancel, mayGiveBack, maySay, needsNobody, pressed, resumed } from './machine';
export { wish, type Wish } from './wish';
export type { Account, Operation, Press, Print, Purpose, Reply, Seen, Step, Word } from './types';
