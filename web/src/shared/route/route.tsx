// The part of the address after `#`: a path and a query. Pages live on one document, so that they open offline.

import { type ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

export interface Route {
  /** `#/places/12` is `['places', '12']`. */
  path: readonly string[];
  query: URLSearchParams;
}

export function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  return { path: parts.map(decode), query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `/places/12?near=1,2` from its parts. */
export function address(path: readonly string[], query: Record<string, string> = {}): string {
  const tail = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${tail ? `?${tail}` : ''}`;
}

/** Goes to a path; `replace` leaves no way back to here. */
export function go(path: readonly string[], query: Record<string, string> = {}, replace = false): void {
  const to = address(path, query);
  if (replace) location.replace(to);
  else location.hash = to;
}

export function useRoute(): Route {
  const [hash, see] = useState(location.hash);
  useEffect(() => {
    const changed = () => see(location.hash);
    changed(); // It may have changed between the drawing and now.
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return useMemo(() => parse(hash), [hash]);
}

export function Link(props: { to: readonly string[]; query?: Record<string, string>; class?: string; children: ComponentChildren }) {
  return (
    <a href={address(props.to, props.query)} class={props.class}>
      {props.children}
    </a>
  );
}
