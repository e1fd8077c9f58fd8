// What a camera would see: a QR code on a wall, as an uncompressed video that Chromium shows for its camera.

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';

const WIDTH = 640;
const HEIGHT = 480;
const MODULE_PX = 8;
const WALL = 200;

/** A y4m file in which the code stands still. */
export async function cameraSeeing(text: string): Promise<string> {
  const code = encode(text, { ecc: 'M', border: 3 });
  const luma = Buffer.alloc(WIDTH * HEIGHT, WALL);
  const left = Math.floor((WIDTH - code.size * MODULE_PX) / 2);
  const top = Math.floor((HEIGHT - code.size * MODULE_PX) / 2);
  if (top < 0) throw new Error('the code does not fit the picture');
  code.data.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let line = 0; line < MODULE_PX; line += 1) {
        const from = (top + y * MODULE_PX + line) * WIDTH + left + x * MODULE_PX;
        luma.fill(dark ? 16 : 235, from, from + MODULE_PX);
      }
    }),
  );
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, colours]);
  const file = join(await mkdtemp(join(tmpdir(), 'specie-camera-')), 'camera.y4m');
  await writeFile(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
  return file;
}
