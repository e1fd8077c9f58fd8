export { StatePill, type Tone } from './state-pill';
