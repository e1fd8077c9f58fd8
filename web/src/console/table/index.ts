export { Download, Listing, Table, type TableFile } from './table';
export { tableOf, usePages, type List } from './pages';
