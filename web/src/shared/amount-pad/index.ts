export { AmountPad } from './amount-pad';
export { complete, press, tidy, type Key } from './typing';
