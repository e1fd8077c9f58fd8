import type { Translated } from '../../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'pos.lesson.title': 'Que voulez-vous exercer ?',
  'pos.lesson.well': 'Tout va bien',
  'pos.lesson.typed': 'Le client dit le montant au comptoir',
  'pos.lesson.wrong': 'Un code faux',
  'pos.lesson.lost': 'Une réponse se perd',
  'pos.lesson.poor': 'Pas assez d’argent dans le portefeuille',
  'pos.lesson.over': 'Le temps finit avant le paiement',
  'pos.lesson.late': 'Le temps finit pendant que vous comptez',
  'pos.phone.title': 'Le téléphone du client d’exercice',
  'pos.phone.says': 'Le client dit : {amount}',
  'pos.phone.qr': 'Code QR',
  'pos.phone.qr_text': 'Photographiez-le avec un autre téléphone et scannez-le de là.',
  'pos.practice.till': 'Tiroir d’exercice',
  'pos.practice.first': 'Caissier d’exercice A',
  'pos.practice.second': 'Caissier d’exercice B',
  'pos.practice.lies': 'Il contient :',
  'pos.practice.pin': 'Code PIN des deux caissiers d’exercice :',
  'pos.practice.pin_text': 'Ne tapez pas votre propre code PIN ici.',
};
