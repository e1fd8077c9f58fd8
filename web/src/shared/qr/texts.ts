// What our QR codes say. The code's is in the letters of QR's dense mode, so that it is read from a scratched glass:
// `SPECIE1:+14155559992:123456`. A place's is an address, so that the phone's own camera opens the wallet on it.

export interface ShownCode {
  phone_number: string;
  code: string;
}

const CODE = /^SPECIE1:(\+\d{7,15}):(\d{6,9})$/;
const NUMBER = /^\d{1,9}$/;

/** What the customer's phone shows to the cashier. */
export const codeText = ({ phone_number, code }: ShownCode): string => `SPECIE1:${phone_number}:${code}`;

export function parseCode(text: string): ShownCode | undefined {
  const found = CODE.exec(text.trim());
  return found ? { phone_number: found[1]!, code: found[2]! } : undefined;
}

/** What hangs at the counter: opens the wallet at this place. */
export const placeText = (origin: string, number: string): string => `${origin}/wallet/#/cash?place=${number}`;

/** The short number of a place, from its QR code or typed. */
export function parsePlace(text: string): string | undefined {
  const plain = text.trim();
  if (NUMBER.test(plain)) return plain;
  const number = /#\/cash\?place=(\d{1,9})$/.exec(plain)?.[1];
  return number;
}
