export { Counter } from './counter';
export { Over } from './over';
export { Refusal } from './refusal';
