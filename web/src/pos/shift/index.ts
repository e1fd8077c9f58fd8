export { Drawer, type Held, type Wanted } from './drawer';
export { Shift } from './shift';
