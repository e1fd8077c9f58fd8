// A receipt printer as far as a test needs one: reads the bytes of a job back into the picture they print.

export interface Printed {
  /** Dots across. */
  width: number;
  /** Rows of dots, each dark one `#`. */
  rows: string[];
}

const RESET = [0x1b, 0x40];
const FEED_AND_CUT = [0x1b, 0x64, 0x04, 0x1d, 0x56, 0x01];

/** Fails where a printer would print rubbish. */
export function printed(job: Uint8Array): Printed {
  const expectBytes = (from: number, wanted: readonly number[]) => {
    if (wanted.some((byte, at) => job[from + at] !== byte)) throw new Error(`at byte ${from}: ${[...job.subarray(from, from + wanted.length)].join(' ')}`);
  };
  expectBytes(0, RESET);
  const rows: string[] = [];
  let [at, across] = [RESET.length, 0];
  while (job[at] === 0x1d && job[at + 1] === 0x76) {
    expectBytes(at, [0x1d, 0x76, 0x30, 0]);
    across = job[at + 4]! + job[at + 5]! * 256;
    const height = job[at + 6]! + job[at + 7]! * 256;
    at += 8;
    for (let row = 0; row < height; row += 1, at += across) rows.push([...job.subarray(at, at + across)].map((byte) => byte.toString(2).padStart(8, '0')).join('').replaceAll('0', '.').replaceAll('1', '#'));
  }
  expectBytes(at, FEED_AND_CUT);
  if (at + FEED_AND_CUT.length !== job.length) throw new Error(`${job.length - at - FEED_AND_CUT.length} bytes follow the cut`);
  return { width: across * 8, rows };
}

/** How much of a picture is dark. */
export const darkDots = ({ rows }: Printed): number => rows.reduce((sum, row) => sum + row.replaceAll('.', '').length, 0);
