// How an amount is typed: digits and one point, no more decimals than the currency has. The result is text for the
// server, which alone reads it as an amount.

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'erase';
export const WHOLE_DIGITS_MAX = 12;

/** The text after a key; a key that would make no amount changes nothing. */
export function press(text: string, key: Key, decimals: number): string {
  if (key === 'erase') return text.slice(0, -1);
  if (key === '.') return decimals === 0 || text.includes('.') ? text : `${text || '0'}.`;
  const [whole = '', fraction] = text.split('.');
  if (fraction !== undefined) return fraction.length < decimals ? text + key : text;
  if (whole === '0') return key;
  return whole.length < WHOLE_DIGITS_MAX ? text + key : text;
}

/** What a keyboard or a paste left in the field, as the same keys would have made it. */
export function tidy(raw: string, decimals: number): string {
  let text = '';
  for (const sign of raw.normalize('NFKC')) {
    const digit = digitOf(sign);
    if (digit !== undefined) text = press(text, digit, decimals);
    else if (sign === '.' || sign === ',' || sign === '\u066b') text = press(text, '.', decimals);
  }
  return text;
}

/** ASCII digits, and those of Arabic and Persian keyboards. */
function digitOf(sign: string): Key | undefined {
  const at = '٠١٢٣٤٥٦٧٨٩'.indexOf(sign);
  const persian = '۰۱۲۳۴۵۶۷۸۹'.indexOf(sign);
  const ascii = '0123456789'.indexOf(sign);
  const found = Math.max(at, persian, ascii);
  return found < 0 ? undefined : (String(found) as Key);
}

/** The text with all decimals of its currency, as the server takes it; undefined: nothing above zero was typed. */
export function complete(text: string, decimals: number): string | undefined {
  if (!/[1-9]/.test(text)) return undefined;
  const [whole = '0', fraction = ''] = text.split('.');
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
}
