// The lines that matches and breaks name by their numbers, read where they stand in the file.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { get, query } from '../desk';

export type PlacedLine = Shape<'PlacedLine'>;

const PAGE_LINES = 200;
/** Pages read for one screen, at most; lines beyond stand there with their numbers alone. */
const PAGES_MAX = 100;

export function useLines(path: string, numbers: readonly number[]): ReadonlyMap<number, PlacedLine> {
  const [known, setKnown] = useState<ReadonlyMap<number, PlacedLine>>(new Map());
  const pages = useRef(0);
  const missing = [...new Set(numbers)].filter((number) => !known.has(number)).sort((one, other) => one - other);
  const first = missing[0];
  useEffect(() => {
    if (first === undefined || pages.current >= PAGES_MAX) return;
    let over = false;
    pages.current += 1;
    void get<Shape<'PlacedLines'>>(query(`${path}/lines`, { after_number: first - 1, limit: PAGE_LINES })).then((answer) => {
      if (over || !answer.ok) return;
      setKnown((before) => new Map([...before, ...answer.value.lines.map((line) => [line.line, line] as const)]));
    });
    return () => void (over = true);
  }, [path, first]);
  return known;
}
