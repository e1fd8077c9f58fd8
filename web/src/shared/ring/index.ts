export { Ring, secondsLeft } from './ring';
