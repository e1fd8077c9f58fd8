import type { Translated } from '../../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'console.language': 'Idioma',
  'console.name': 'Nombre',
  'console.otp': 'Código de un solo uso',
  'console.otp.hint': 'Seis dígitos de su autenticador',
  'console.password': 'Contraseña',
  'console.sign_in': 'Entrar',
  'console.signed_out.idle': 'Se cerró la sesión por inactividad.',
  'console.signed_out.over': 'Su sesión terminó. Entre de nuevo.',
  'trouble.sign_in_not_valid.do': 'Inténtelo con el código siguiente. Tras cinco intentos fallidos, espere 15 minutos.',
  'trouble.sign_in_not_valid.what': 'El nombre, la contraseña o el código no es correcto.',
};
