export { Customer, plain } from './customer';
