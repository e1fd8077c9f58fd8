export { Find, OperationById } from './find';
