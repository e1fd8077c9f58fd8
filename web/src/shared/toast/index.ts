export { toast, Toasts } from './toast';
