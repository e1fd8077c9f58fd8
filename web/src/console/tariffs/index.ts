export { AddTariff } from './add';
export { TariffOf, Tariffs } from './tariffs';
