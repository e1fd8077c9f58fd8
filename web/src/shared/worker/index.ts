export { startWorker } from './register';
