export { placeTaken, TariffChange } from './change';
export { AddTariff } from './add';
export { TariffOf, Tariffs } from './tariffs';
