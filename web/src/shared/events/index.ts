export { listen, useEvents, type Line, type Stream } from './events';
