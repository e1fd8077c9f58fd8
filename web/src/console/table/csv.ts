// Tables as files (RFC 4180). Amounts stay the server's decimal text, each with its currency in a column beside it.

const PLAIN_NUMBER = /^[+-]?\d[\d.]*$/;
const FORMULA = /^[=+\-@\t\r]/;

/** One field. A text that a spreadsheet would take for a formula is marked as text. */
export function field(text: string): string {
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const line = (fields: readonly string[]): string => `${fields.map(field).join(',')}\r\n`;

const BYTE_ORDER_MARK = '\ufeff';

/** Hands the file to the browser's downloads. */
export function save(name: string, lines: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, ...lines], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
