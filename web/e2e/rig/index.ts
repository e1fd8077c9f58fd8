export { readyAfter, type Ready } from './ready';
export { cameraSeeing } from './camera';
export { Device, DESKTOP, PHONE, SMALL_PHONE, TABLET, type DeviceOptions } from './browser';
export { Counter, type Customer } from './counter';
export { Line, type Fault } from './line';
export { inspect, picture } from './look';
export { Cashier, invite, newWallet } from './people';
export { Server, type Demo, type DemoPos, type DemoWallet } from './server';
export { PIN, said, signOf, WalletPhone } from './wallet';
