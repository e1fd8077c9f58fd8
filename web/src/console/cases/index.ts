export { Case, caseColumns, Cases, evidenceLine } from './cases';
