export { Screen, ScreenMark } from './screen';
