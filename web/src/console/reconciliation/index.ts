export { TakeIn } from './take-in';
export { Reconciliations } from './list';
export { ReconciliationOf } from './reconciliation';
