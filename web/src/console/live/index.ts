export { Live, operationColumns } from './live';
