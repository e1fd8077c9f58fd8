// Server-sent events that survive a lost network: the stream is opened again with growing pauses, and after each
// reopening the page reads its state anew, because events may have passed meanwhile.

import { useEffect, useRef, useState } from 'preact/hooks';

export const PAUSE_FIRST_MS = 1_000;
/** A page that shows a code or counts cash must not be blind for longer after the server is back. */
export const PAUSE_MAX_MS = 8_000;
/** The server sends a heartbeat every 15 s at the latest, but the browser hides it: only errors tell of a break. */
export type Line = 'opening' | 'live' | 'broken';

export interface Stream {
  /** By the event's name; the data is JSON. */
  on: Record<string, (data: unknown) => void>;
  /** After an opening that took more than one try. */
  reread: () => void;
  changed: (line: Line) => void;
}

/** The pause before try `tries` (from 0), with up to a quarter of chance so that pages do not come back together. */
export const pauseBefore_ms = (tries: number, chance: number): number =>
  Math.min(PAUSE_FIRST_MS * 2 ** tries, PAUSE_MAX_MS) * (1 + chance / 4);

/** Listens until the returned function is called. */
export function listen(url: string, stream: Stream, make = (at: string) => new EventSource(at)): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let missed = false;
  let over = false;

  const open = () => {
    if (over) return;
    timer = undefined;
    source?.close();
    source = make(url);
    source.onopen = () => {
      tries = 0;
      stream.changed('live');
      if (missed) stream.reread();
      missed = false;
    };
    source.onerror = () => {
      stream.changed('broken');
      missed = true;
      source?.close();
      if (over || timer !== undefined) return;
      timer = setTimeout(open, pauseBefore_ms(tries, Math.random()));
      tries += 1;
    };
    for (const [name, heard] of Object.entries(stream.on)) {
      source.addEventListener(name, (event) => {
        try {
          heard(JSON.parse((event as MessageEvent<string>).data));
        } catch {
          stream.reread(); // An event that cannot be read still says that something changed.
        }
      });
    }
  };

  const back = () => {
    if (timer === undefined || document.hidden) return;
    clearTimeout(timer);
    open();
  };
  globalThis.addEventListener('online', back);
  document.addEventListener('visibilitychange', back);
  open();
  return () => {
    over = true;
    clearTimeout(timer);
    globalThis.removeEventListener('online', back);
    document.removeEventListener('visibilitychange', back);
    source?.close();
  };
}

/** Listens while the component is on the page; `url` undefined: not now. The handlers may change at every drawing. */
export function useEvents(url: string | undefined, on: Stream['on'], reread: () => void): Line {
  const [line, setLine] = useState<Line>('opening');
  const newest = useRef({ on, reread });
  newest.current = { on, reread };
  const names = Object.keys(on).join(' ');
  useEffect(() => {
    if (url === undefined) return;
    const handlers: Stream['on'] = {};
    for (const name of names.split(' ')) handlers[name] = (data) => newest.current.on[name]?.(data);
    return listen(url, { on: handlers, reread: () => newest.current.reread(), changed: setLine });
  }, [url, names]);
  return line;
}
