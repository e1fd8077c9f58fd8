export { Counter } from './counter';
export { Over } from './over';
