export { ask, ASK_TIMEOUT_MS, replyOf, type Asked } from './wire';
