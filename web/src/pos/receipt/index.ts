export { receiptLines, type ReceiptLine } from './lines';
export { Receipt } from './receipt';
