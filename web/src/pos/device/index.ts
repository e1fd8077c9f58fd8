export { Device } from './device';
export { Languages } from './languages';
