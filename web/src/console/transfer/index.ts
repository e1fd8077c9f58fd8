export { TransferOf } from './transfer';
