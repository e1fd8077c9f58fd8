import type { Translated } from '../../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'console.language': 'Langue',
  'console.name': 'Nom',
  'console.otp': 'Code à usage unique',
  'console.otp.hint': 'Six chiffres de votre authentificateur',
  'console.password': 'Mot de passe',
  'console.sign_in': 'Se connecter',
  'console.signed_out.idle': 'Vous avez été déconnecté faute d’activité.',
  'console.signed_out.over': 'Votre session est terminée. Reconnectez-vous.',
  'trouble.sign_in_not_valid.do': 'Réessayez avec le code suivant. Après cinq erreurs, attendez 15 minutes.',
  'trouble.sign_in_not_valid.what': 'Le nom, le mot de passe ou le code est faux.',
};
