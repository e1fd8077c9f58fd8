export { Staff } from './staff';
