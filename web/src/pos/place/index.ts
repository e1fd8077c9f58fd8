export { looksLikeKey, masked, Place, type Bound, type Paper } from './place';
