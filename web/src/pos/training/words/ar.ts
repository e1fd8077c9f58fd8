import type { Translated } from '../../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'pos.lesson.title': 'على ماذا تريد أن تتدرب؟',
  'pos.lesson.well': 'كل شيء على ما يرام',
  'pos.lesson.typed': 'يقول الزبون المبلغ عند الطاولة',
  'pos.lesson.wrong': 'رمز خاطئ',
  'pos.lesson.lost': 'ضياع إجابة',
  'pos.lesson.poor': 'لا يكفي المال في المحفظة',
  'pos.lesson.over': 'ينتهي الوقت قبل الدفع',
  'pos.lesson.late': 'ينتهي الوقت وأنت تعدّ',
  'pos.phone.title': 'هاتف زبون التدريب',
  'pos.phone.says': 'يقول الزبون: {amount}',
  'pos.phone.qr': 'رمز QR',
  'pos.phone.qr_text': 'صوّره بهاتف آخر وامسحه من هناك.',
  'pos.practice.till': 'درج التدريب',
  'pos.practice.first': 'صرّاف التدريب أ',
  'pos.practice.second': 'صرّاف التدريب ب',
  'pos.practice.lies': 'يوجد فيه:',
  'pos.practice.pin': 'الرقم السري لصرّافي التدريب:',
  'pos.practice.pin_text': 'لا تكتب هنا رقمك السري.',
};
