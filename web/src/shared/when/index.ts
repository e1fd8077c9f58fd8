export { formatClock, formatDay, formatDistance, formatWhen } from './when';
