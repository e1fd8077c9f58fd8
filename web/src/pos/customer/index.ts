export { Customer, plain, plainPhone } from './customer';
