export { now_ms, observe, offset, recall } from './clock';
export { useNow } from './use-now';
