export { Withdrawal } from './withdrawal';
