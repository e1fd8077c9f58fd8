export { keepPage, newVersion } from './register';
