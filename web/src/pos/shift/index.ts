export { Shift } from './shift';
