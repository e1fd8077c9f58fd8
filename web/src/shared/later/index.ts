export { laterOf } from './later';
