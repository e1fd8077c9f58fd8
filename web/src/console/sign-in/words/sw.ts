import type { Translated } from '../../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'console.language': 'Lugha',
  'console.name': 'Jina',
  'console.otp': 'Msimbo wa mara moja',
  'console.otp.hint': 'Tarakimu sita za kithibitishaji chako',
  'console.password': 'Nenosiri',
  'console.sign_in': 'Ingia',
  'console.signed_out.idle': 'Umetolewa kwa sababu hakuna kilichoguswa.',
  'console.signed_out.over': 'Kipindi chako kimeisha. Ingia tena.',
  'trouble.sign_in_not_valid.do': 'Jaribu kwa msimbo ujao. Baada ya makosa matano, subiri dakika 15.',
  'trouble.sign_in_not_valid.what': 'Jina, nenosiri au msimbo si sahihi.',
};
