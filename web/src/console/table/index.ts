export { Download, Listing, Table, type Column } from './table';
export { usePages, type List } from './pages';
