// Times of the server as people of the page's language write them, in the device's time zone.

import { locale } from '../words';

const date = (text: string): Date | undefined => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
};

/** `23 Nov 2026, 14:05`. A text that is no time is shown as it came. */
export const formatWhen = (text: string): string => {
  const at = date(text);
  return at ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at) : text;
};

/** `1 Feb 2026`, of a day as the server names it: the same day wherever the device is. */
export const formatDay = (text: string): string => {
  const at = date(`${text}T00:00:00Z`);
  return at ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(at) : text;
};

/** `14:05:09`, for what happened today. */
export const formatClock = (text: string): string => {
  const at = date(text);
  return at ? new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(at) : text;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `in 3 days`, `5 minutes ago`: from `now_ms` to the time. */
export function formatDistance(text: string, now_ms: number): string {
  const at = date(text);
  if (!at) return text;
  const left_ms = at.getTime() - now_ms;
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  const size_ms = Math.abs(left_ms);
  if (size_ms >= 2 * DAY_MS) return format.format(Math.trunc(left_ms / DAY_MS), 'day');
  if (size_ms >= 2 * HOUR_MS) return format.format(Math.trunc(left_ms / HOUR_MS), 'hour');
  return format.format(Math.trunc(left_ms / MINUTE_MS), 'minute');
}
