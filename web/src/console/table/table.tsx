import './table.css';
import type { ComponentChild, ComponentChildren } from 'preact';
import { Button, ButtonLink } from '../../shared/button';
import { Money, type Amount } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { t } from '../words';
import { tableOf, usePages, type List } from './pages';

/** A column: text, elements, or an amount. */
export type Column<Row> =
  | { head: string; text: (row: Row) => string }
  | { head: string; show: (row: Row) => ComponentChild }
  | { head: string; money: (row: Row) => Amount | null | undefined };

/** What a file is called, and where the server tells it. */
export interface TableFile {
  name: string;
  path: string;
}

interface TableProps<Row> {
  /** What the table is of. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  empty: string;
  /** The server's own table of it; without it nothing is offered for download. */
  file?: TableFile;
  busy?: boolean;
  /** It could not be read: nothing is said of what is in it. */
  unread?: boolean;
  after?: ComponentChildren;
  /** The heading is said elsewhere. */
  quiet?: boolean;
}

const shown = <Row,>(column: Column<Row>, row: Row): ComponentChild => {
  if ('text' in column) return column.text(row) || '—';
  if ('show' in column) return column.show(row);
  const amount = column.money(row);
  return amount ? <Money of={amount} /> : '—';
};

export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf } = props;
  return (
    <div class="stack-s">
      <div class="row-ends">
        <h2 class={props.quiet ? 'unseen' : undefined}>{caption}</h2>
        {props.file && rows.length > 0 && <Download {...props.file} />}
      </div>
      {rows.length === 0 ? (
        !props.unread && (
          <p class="quiet" role="status">
            {props.busy ? t('shared.loading') : props.empty}
          </p>
        )
      ) : (
        <div class="table-frame" role="region" aria-label={caption} tabIndex={0}>
          {/* The roles are said because a phone's cards are no table to the browser any more. */}
          <table class="table" role="table" aria-label={caption}>
            <thead role="rowgroup">
              <tr role="row">
                {columns.map((column) => (
                  <th key={column.head} scope="col" role="columnheader" class={'money' in column ? 'table-end' : undefined}>
                    {column.head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <tr key={keyOf(row)} role="row">
                  {columns.map((column) => (
                    <td key={column.head} role="cell" class={'money' in column ? 'table-end' : undefined} data-head={column.head}>
                      {shown(column, row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {props.after}
    </div>
  );
}

/** The server writes the file while it reads: it may be longer than a page would hold. */
export const Download = ({ name, path }: TableFile) => (
  <ButtonLink kind="quiet" href={`/api/v1${path}`} download={`${name}.csv`}>
    {t('console.csv')}
  </ButtonLink>
);

interface ListingProps<Row> extends Omit<TableProps<Row>, 'rows' | 'file' | 'busy' | 'unread' | 'after'> {
  list: List<Row>;
  /** What its file is called. */
  file: string;
  /** Rises when the list is to be read anew. */
  version?: number;
}

/** A list of the server with its further pages. */
export function Listing<Row>(props: ListingProps<Row>) {
  const list = props.version ? { ...props.list, query: { ...props.list.query } } : props.list;
  return <Listed key={props.version ?? 0} {...props} list={list} />;
}

function Listed<Row>(props: ListingProps<Row>) {
  const pages = usePages(props.list);
  return (
    <Table
      {...props}
      file={{ name: props.file, path: tableOf(props.list) }}
      rows={pages.rows}
      busy={pages.busy}
      unread={pages.trouble !== undefined}
      after={
        <>
          {pages.trouble && <TroubleNotice trouble={pages.trouble} onRetry={pages.more ?? pages.reread} />}
          {pages.more && !pages.trouble && (
            <div>
              <Button onPress={pages.more}>{t('console.more')}</Button>
            </div>
          )}
        </>
      }
    />
  );
}

