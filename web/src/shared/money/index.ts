export { decimalsOf, formatMoney, formatNumber, isZero, type Money as Amount } from './format';
export { Money } from './money';
