// A receipt as ESC/POS. It is drawn and sent as a picture (GS v 0), so that every language and every printer's code
// page come out alike. Units: dots, 203 to the inch.

import type { ReceiptLine } from './lines';

export const DOTS = { '58': 384, '80': 576 } as const;
/** Rows in one picture: more than a cheap printer's buffer holds is printed garbled. */
export const BAND_ROWS_MAX = 128;
const LINE_DOTS = 34;
const FONT_DOTS = 25;

export const RESET = [0x1b, 0x40] as const;
export const FEED_AND_CUT = [0x1b, 0x64, 0x04, 0x1d, 0x56, 0x01] as const;

/** `dark(x, y)` as pictures of at most `BAND_ROWS_MAX` rows; eight dots a byte, the leftmost the highest. */
export function raster(width: number, height: number, dark: (x: number, y: number) => boolean): number[] {
  const bytes: number[] = [];
  const across = Math.ceil(width / 8);
  for (let top = 0; top < height; top += BAND_ROWS_MAX) {
    const rows = Math.min(BAND_ROWS_MAX, height - top);
    bytes.push(0x1d, 0x76, 0x30, 0, across & 0xff, across >> 8, rows & 0xff, rows >> 8);
    for (let y = top; y < top + rows; y += 1) {
      for (let column = 0; column < across; column += 1) {
        let byte = 0;
        for (let bit = 0; bit < 8; bit += 1) {
          const x = column * 8 + bit;
          if (x < width && dark(x, y)) byte |= 0x80 >> bit;
        }
        bytes.push(byte);
      }
    }
  }
  return bytes;
}

/** Draws the lines and makes the bytes of them. */
export function receiptBytes(lines: readonly ReceiptLine[], paper: keyof typeof DOTS): Uint8Array<ArrayBuffer> {
  const width = DOTS[paper];
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const rows = lines.flatMap((line) => laid(pen, line, width));
  canvas.width = width;
  canvas.height = rows.reduce((sum, row) => sum + row.height, 0);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000000';
  const right_to_left = document.documentElement.dir === 'rtl';
  let y = 0;
  for (const row of rows) {
    draw(pen, row, width, y, right_to_left);
    y += row.height;
  }
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  const dark = (x: number, row: number) => (data[(row * width + x) * 4] ?? 255) < 128;
  return new Uint8Array([...RESET, ...raster(width, canvas.height, dark), ...FEED_AND_CUT]);
}

interface Row extends ReceiptLine {
  height: number;
}

const fontOf = (kind: ReceiptLine['kind']): string =>
  kind === 'large' ? `700 ${FONT_DOTS * 1.4}px sans-serif` : `${kind === 'head' ? 700 : 400} ${FONT_DOTS}px sans-serif`;

/** A line whose name and value do not fit beside each other takes two rows; a long text takes as many as it needs. */
function laid(pen: CanvasRenderingContext2D, line: ReceiptLine, width: number): Row[] {
  pen.font = fontOf(line.kind);
  const height = line.kind === 'large' ? Math.round(LINE_DOTS * 1.4) : LINE_DOTS;
  if (line.value === undefined) return folded(pen, line.name, width).map((name) => ({ ...line, name, height }));
  if (pen.measureText(`${line.name}  ${line.value}`).width <= width) return [{ ...line, height }];
  return [
    { kind: line.kind, name: line.name, height },
    { kind: line.kind, name: '', value: line.value, height },
  ];
}

function folded(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (row !== '' && pen.measureText(longer).width > width) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  return [...rows, row];
}

function draw(pen: CanvasRenderingContext2D, row: Row, width: number, y: number, right_to_left: boolean): void {
  pen.font = fontOf(row.kind);
  pen.textBaseline = 'top';
  const [begin, end] = right_to_left ? [width, 0] : [0, width];
  pen.direction = right_to_left ? 'rtl' : 'ltr';
  pen.textAlign = row.kind === 'head' ? 'center' : right_to_left ? 'right' : 'left';
  pen.fillText(row.name, row.kind === 'head' ? width / 2 : begin, y + 4);
  if (row.value === undefined) return;
  pen.direction = 'ltr';
  pen.textAlign = right_to_left ? 'left' : 'right';
  pen.fillText(row.value, end, y + 4);
}

/** As a file, for a printer's own program. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

interface Port {
  open(options: { baudRate: number }): Promise<void>;
  close(): Promise<void>;
  writable: WritableStream<Uint8Array>;
}
interface Serial {
  getPorts(): Promise<Port[]>;
  requestPort(): Promise<Port>;
}

/** To a printer on a serial line (also most on USB), where the browser has such lines. */
export async function toSerial(bytes: Uint8Array): Promise<void> {
  const serial = (navigator as unknown as { serial: Serial }).serial;
  const port = (await serial.getPorts())[0] ?? (await serial.requestPort());
  await port.open({ baudRate: 9600 });
  try {
    const writer = port.writable.getWriter();
    await writer.write(bytes);
    await writer.close();
  } finally {
    await port.close();
  }
}
