// Screens that are not on the way to cash, and the two large parts of those that are: loaded as soon as the first
// screen stands, so that the first is there sooner.

export { Qr } from '../shared/qr';
export { Scan } from '../shared/scan';
export { Account } from './account/account';
export { Devices } from './devices/devices';
export { Invited } from './enrol/invited';
export { History } from './history/history';
export { More } from './more/more';
export { Offline } from './offline/offline';
export { Prices } from './prices/prices';
export { Receipt } from './receipt/receipt';
