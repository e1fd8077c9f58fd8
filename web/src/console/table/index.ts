export { Listing, Table, type Column } from './table';
export type { List } from './pages';
