export { Frame, useOnline } from './frame';
