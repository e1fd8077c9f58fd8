export { Drawers, Tills, TillSession } from './tills';
