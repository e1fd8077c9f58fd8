import type { Translated } from '../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'wallet.title': 'Monedero',
};
