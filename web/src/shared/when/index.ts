export { formatClock, formatDistance, formatWhen } from './when';
