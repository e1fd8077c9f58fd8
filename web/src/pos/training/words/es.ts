import type { Translated } from '../../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'pos.lesson.title': '¿Qué quiere practicar?',
  'pos.lesson.well': 'Todo va bien',
  'pos.lesson.typed': 'El cliente dice el importe en el mostrador',
  'pos.lesson.wrong': 'Un código equivocado',
  'pos.lesson.lost': 'Se pierde una respuesta',
  'pos.lesson.poor': 'No hay bastante dinero en el monedero',
  'pos.lesson.over': 'El tiempo se acaba antes del pago',
  'pos.lesson.late': 'El tiempo se acaba mientras cuenta',
  'pos.phone.title': 'El teléfono del cliente de prácticas',
  'pos.phone.says': 'El cliente dice: {amount}',
  'pos.phone.qr': 'Código QR',
  'pos.phone.qr_text': 'Fotografíelo con otro teléfono y escanéelo desde allí.',
  'pos.practice.till': 'Cajón de práctica',
  'pos.practice.first': 'Cajero de práctica A',
  'pos.practice.second': 'Cajero de práctica B',
  'pos.practice.lies': 'Contiene:',
  'pos.practice.pin': 'PIN de ambos cajeros de práctica:',
  'pos.practice.pin_text': 'No escriba aquí su propio PIN.',
};
