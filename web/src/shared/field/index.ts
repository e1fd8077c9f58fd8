export { Area, Choice, Field } from './field';
