export { pathOf, Qr } from './qr';
