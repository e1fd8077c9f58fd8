import type { Translated } from '../../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'pos.lesson.title': 'Unataka kufanya mazoezi gani?',
  'pos.lesson.well': 'Kila kitu kiko sawa',
  'pos.lesson.typed': 'Mteja anasema kiasi kwenye kaunta',
  'pos.lesson.wrong': 'Msimbo usio sahihi',
  'pos.lesson.lost': 'Jibu linapotea',
  'pos.lesson.poor': 'Pesa hazitoshi kwenye pochi',
  'pos.lesson.over': 'Muda unakwisha kabla ya malipo',
  'pos.lesson.late': 'Muda unakwisha unapohesabu',
  'pos.phone.title': 'Simu ya mteja wa mazoezi',
  'pos.phone.says': 'Mteja anasema: {amount}',
  'pos.phone.qr': 'Msimbo wa QR',
  'pos.phone.qr_text': 'Upige picha kwa simu nyingine kisha uusome kutoka hapo.',
  'pos.practice.till': 'Droo ya mazoezi',
  'pos.practice.first': 'Keshia wa mazoezi A',
  'pos.practice.second': 'Keshia wa mazoezi B',
  'pos.practice.lies': 'Ndani yake kuna:',
  'pos.practice.pin': 'PIN ya makeshia wote wawili wa mazoezi:',
  'pos.practice.pin_text': 'Usiandike PIN yako hapa.',
};
