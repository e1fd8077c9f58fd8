export const words = {
  'pos.lesson.title': 'What do you want to practise?',
  'pos.lesson.well': 'All goes well',
  'pos.lesson.typed': 'The customer says the amount at the counter',
  'pos.lesson.wrong': 'A wrong code',
  'pos.lesson.lost': 'An answer is lost',
  'pos.lesson.poor': 'Not enough money in the wallet',
  'pos.lesson.over': 'The time is over before the payment',
  'pos.lesson.late': 'The time is over while you count',
  'pos.phone.title': 'The practice customer’s phone',
  'pos.phone.says': 'The customer says: {amount}',
  'pos.phone.qr': 'QR code',
  'pos.phone.qr_text': 'Photograph it with another phone and scan it from there.',
} as const;
