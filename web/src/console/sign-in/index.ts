export { Asking } from './asking';
export { Languages } from './languages';
export { SignIn } from './sign-in';
