export const words = {
  'console.language': 'Language',
  'console.name': 'Name',
  'console.otp': 'One-time code',
  'console.otp.hint': 'Six digits of your authenticator',
  'console.password': 'Password',
  'console.sign_in': 'Sign in',
  'console.signed_out.idle': 'You were signed out because nothing was touched for a while.',
  'console.signed_out.over': 'Your session is over. Sign in again.',
  'trouble.sign_in_not_valid.do': 'Try again with the next code. After five wrong tries, wait 15 minutes.',
  'trouble.sign_in_not_valid.what': 'Name, password or code was not right.',
} as const;
