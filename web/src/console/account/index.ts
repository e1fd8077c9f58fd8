export { Account, entryColumns } from './account';
