// Screens that are not on the way from the code to the cash, and the large parts of those that are: loaded as soon as
// the first screen stands.

export { Scan } from '../shared/scan';
export { Device } from './device';
export { Receipt } from './receipt';
export { Shift } from './shift';
export { Looked, Today } from './today';
export { Door } from './training/door';
