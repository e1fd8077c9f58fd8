export { Act, Form, type ActForm, type Asked, type Values } from './act';
