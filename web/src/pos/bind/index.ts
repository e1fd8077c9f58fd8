export { Bind } from './bind';
