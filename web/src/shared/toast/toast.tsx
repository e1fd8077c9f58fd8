// Short messages that go by themselves. Only for what needs no answer: an error stands on the page instead.

import './toast.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../words';

export const TOASTS_MAX = 3;
export const TOAST_MS = 6_000;

interface Toast {
  id: number;
  text: string;
}

let shown: Toast[] = [];
let last = 0;
const listeners = new Set<(toasts: Toast[]) => void>();

function show(next: Toast[]): void {
  shown = next;
  for (const listener of listeners) listener(shown);
}

/** Shows a message; the oldest gives way, and one that says the same. */
export function toast(text: string): void {
  last += 1;
  const id = last;
  show([...shown.filter((one) => one.text !== text), { id, text }].slice(-TOASTS_MAX));
  setTimeout(() => show(shown.filter((one) => one.id !== id)), TOAST_MS);
}

/** Where they appear: once on a page. */
export function Toasts() {
  const [toasts, setToasts] = useState(shown);
  useEffect(() => {
    listeners.add(setToasts);
    return () => void listeners.delete(setToasts);
  }, []);
  return (
    <div class="toasts" role="status" aria-label={t('shared.messages')}>
      {toasts.map((one) => (
        <p key={one.id} class="toast">
          {one.text}
        </p>
      ))}
    </div>
  );
}
