export { Looked, Today } from './today';
