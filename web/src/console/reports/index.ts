export { ReportOf, Reports } from './reports';
