export { pathOf, Qr } from './qr';
export { codeText, parseCode, parsePlace, placeText, type ShownCode } from './texts';
