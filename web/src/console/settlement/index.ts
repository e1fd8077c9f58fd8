export { BatchOf, Settlement } from './settlement';
