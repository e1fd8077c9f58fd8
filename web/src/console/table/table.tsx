import './table.css';
import type { ComponentChild, ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Trouble } from '../../api';
import { Button } from '../../shared/button';
import { Money, type Amount } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { toast } from '../../shared/toast';
import { t } from '../words';
import { line, save } from './csv';
import { FILE_ROWS_MAX, readAll, usePages, type List } from './pages';

/** A column: text, with elements to show it by if it is more than text; or an amount. */
export type Column<Row> =
  | { head: string; text: (row: Row) => string; show?: (row: Row) => ComponentChild; money?: never }
  | { head: string; money: (row: Row) => Amount | null | undefined };

interface TableProps<Row> {
  /** What the table is of. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  empty: string;
  /** Without it nothing is offered for download. */
  file?: string;
  /** All rows for the file, where not all are on the page. */
  list?: List<Row>;
  busy?: boolean;
  /** It could not be read: nothing is said of what is in it. */
  unread?: boolean;
  after?: ComponentChildren;
  /** The heading is said elsewhere. */
  quiet?: boolean;
}

const shown = <Row,>(column: Column<Row>, row: Row): ComponentChild => {
  if (!column.money) return column.show ? column.show(row) : column.text(row) || '—';
  const amount = column.money(row);
  return amount ? <Money of={amount} /> : '—';
};

function* fields<Row>(columns: readonly Column<Row>[], row: Row): Generator<string> {
  for (const column of columns) {
    if (!column.money) yield column.text(row);
    else {
      const amount = column.money(row);
      yield amount?.amount ?? '';
      yield amount?.currency ?? '';
    }
  }
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf } = props;
  return (
    <div class="stack-s">
      <div class="row-ends">
        <h2 class={props.quiet ? 'unseen' : undefined}>{caption}</h2>
        {props.file && rows.length > 0 && <Download {...props} file={props.file} />}
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
                  <th key={column.head} scope="col" role="columnheader" class={column.money ? 'table-end' : undefined}>
                    {column.head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <tr key={keyOf(row)} role="row">
                  {columns.map((column) => (
                    <td key={column.head} role="cell" class={column.money ? 'table-end' : undefined} data-head={column.head}>
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

/** All rows as a file; `list`: those that are not on the page, too. */
export function Download<Row>({ columns, rows, list, file }: Pick<TableProps<Row>, 'columns' | 'rows' | 'list'> & { file: string }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const download = async () => {
    setBusy(true);
    setTrouble(undefined);
    const heads = columns.flatMap((column) => (column.money ? [column.head, t('console.currency')] : [column.head]));
    const lines = [line(heads)];
    const take = (some: readonly Row[]) => void lines.push(...some.map((row) => line([...fields(columns, row)])));
    const answer = list ? await readAll(list, take) : undefined;
    if (!list) take(rows);
    setBusy(false);
    if (answer && !answer.ok) return setTrouble(answer.trouble);
    save(`${file}.csv`, lines);
    if (answer?.ok && answer.value.cut) toast(t('console.csv.cut', { n: FILE_ROWS_MAX }));
  };
  return (
    <div class="table-download">
      <Button kind="quiet" busy={busy} onPress={() => void download()}>
        {t('console.csv')}
      </Button>
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
}

interface ListingProps<Row> extends Omit<TableProps<Row>, 'rows' | 'list' | 'busy' | 'unread' | 'after'> {
  list: List<Row>;
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

