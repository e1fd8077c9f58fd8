export { PosOf, PosRoom } from './pos';
