export { useAsk, useDoing, type Asked, type Doing } from './asking';
