export { Keep, type Store } from './keep';
