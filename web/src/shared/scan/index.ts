export { Scan } from './scan';
