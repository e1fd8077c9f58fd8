export { Desks, KEPT_MS, OPERATIONS_KEPT_MAX, PAUSES_MS, type Desk, type Line, type Send } from './desk';
