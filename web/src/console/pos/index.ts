export { LineChange, PosOf } from './pos';
export { OwnerOf, PosRoom } from './room';
