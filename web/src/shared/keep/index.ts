export { Keep } from './keep';
