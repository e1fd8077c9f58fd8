import type { Translated } from '../../../shared/words';
import type { Words } from '.';

export const words: Translated<Words> = {
  'console.language': 'اللغة',
  'console.name': 'الاسم',
  'console.otp': 'رمز لمرة واحدة',
  'console.otp.hint': 'ستة أرقام من تطبيق المصادقة',
  'console.password': 'كلمة السر',
  'console.sign_in': 'تسجيل الدخول',
  'console.signed_out.idle': 'خرجت لعدم وجود نشاط.',
  'console.signed_out.over': 'انتهت جلستك. سجّل الدخول من جديد.',
  'trouble.sign_in_not_valid.do': 'حاول بالرمز التالي. بعد خمس محاولات خاطئة انتظر 15 دقيقة.',
  'trouble.sign_in_not_valid.what': 'الاسم أو كلمة السر أو الرمز غير صحيح.',
};
