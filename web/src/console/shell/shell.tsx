import './shell.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Intent, type Shape } from '../../api';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { Notice } from '../../shared/notice';
import { address, go, useRoute } from '../../shared/route';
import { OFFICE, call, may, signOut, useAnswer, useChanges, useHearing, useIdle, usePayoutsChanged } from '../desk';
import { named } from '../pieces';
import { t } from '../words';
import { Languages } from '../sign-in';

const ROOMS = [
  { to: '', says: 'console.live', roles: OFFICE },
  { to: 'sessions', says: 'console.sessions', roles: OFFICE },
  { to: 'cases', says: 'console.cases', roles: OFFICE },
  { to: 'proposals', says: 'console.proposals', roles: OFFICE },
  { to: 'wallets', says: 'console.wallets' },
  { to: 'pos', says: 'console.pos', roles: OFFICE },
  { to: 'tills', says: 'console.tills', roles: OFFICE },
  { to: 'limits', says: 'console.limits', roles: OFFICE },
  { to: 'tariffs', says: 'console.tariffs', roles: OFFICE },
  { to: 'settlement', says: 'console.settlement', roles: OFFICE },
  { to: 'reconciliations', says: 'console.recon', roles: OFFICE },
  { to: 'reports', says: 'console.reports', roles: OFFICE },
  { to: 'staff', says: 'console.staff' },
  { to: 'audit', says: 'console.audit', roles: OFFICE },
] as const satisfies readonly { to: string; says: string; roles?: readonly Shape<'Role'>[] }[];

/** The room a screen is in, for the mark in the list of rooms. */
const ROOM_OF: Record<string, string> = {
  case: 'cases', proposal: 'proposals', wallet: 'wallets', tariff: 'tariffs', 'till-session': 'tills', batch: 'settlement',
  reconciliation: 'reconciliations', report: 'reports', owner: 'pos',
};

export function Shell({ session, children }: { session: Shape<'StaffSession'>; children: ComponentChildren }) {
  const route = useRoute();
  const here = route.path[0] ?? '';
  const room = ROOM_OF[here] ?? here; // A thing without a room of its own marks none.
  const left_s = useIdle(session.idle_s);
  useHearing();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [route]);
  return (
    <div class="shell">
      <header class="shell-head">
        <button type="button" class="shell-skip" onClick={() => document.querySelector<HTMLElement>('main h1')?.focus()}>
          {t('console.skip')}
        </button>
        <button type="button" class="shell-open" aria-expanded={open} aria-controls="rooms" onClick={() => setOpen(!open)}>
          {t('console.menu')}
        </button>
        {may(...OFFICE) && <Search />}
        <div class="shell-who">
          <span class="small">
            <bdi>{session.person}</bdi> · {named('role', session.role)}
          </span>
          <Languages />
          <Button kind="quiet" onPress={() => void signOut(new Intent())}>
            {t('console.sign_out')}
          </Button>
        </div>
      </header>
      <nav id="rooms" class={`shell-rooms${open ? ' shell-rooms-open' : ''}`} aria-label={t('console.rooms')}>
        <p class="shell-name small quiet">
          <bdi>{session.person}</bdi> · {named('role', session.role)}
        </p>
        <ul>
          {ROOMS.filter((one) => !('roles' in one) || may(...one.roles)).map((one) => (
            <li key={one.to}>
              <a href={address([one.to].filter(Boolean))} aria-current={room === one.to && here !== 'find' ? 'page' : undefined}>
                {t(one.says)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="shell-page">
        <Stopped />
        {session.first_password && here !== 'staff' && (
          <aside class="shell-stopped" aria-label={t('console.password.change')}>
            <Notice tone="wait" title={t('console.first_password')}>
              <p>
                <a href={address(['staff'])}>{t('console.password.change')}</a>
              </p>
            </Notice>
          </aside>
        )}
        {children}
      </div>
      {left_s !== undefined && (
        <Dialog
          title={t('console.idle.title')}
          onClose={() => void call('GET', '/staff/session')}
          actions={
            <Button kind="main" onPress={() => void call('GET', '/staff/session')}>
              {t('console.idle.stay')}
            </Button>
          }
        >
          <p>{t('console.idle.left', { n: left_s })}</p>
        </Dialog>
      )}
    </div>
  );
}

/** `/` goes to the box from anywhere but another box. */
function Search() {
  const box = useRef<HTMLInputElement>(null);
  const route = useRoute();
  const [text, setText] = useState('');
  useEffect(() => setText(route.path[0] === 'find' ? (route.query.get('q') ?? '') : ''), [route]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || at.closest('input, textarea, select, dialog')) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  return (
    <form
      role="search"
      class="shell-search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) go(['find'], { q: text.trim() });
      }}
    >
      <input
        ref={box}
        type="search"
        name="q"
        value={text}
        maxLength={128}
        autocomplete="off"
        spellcheck={false}
        aria-label={t('console.search')}
        aria-keyshortcuts="/"
        placeholder={t('console.search.hint')}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit">{t('console.find')}</Button>
    </form>
  );
}

/** Stands on every page while nobody is paid. */
function Stopped() {
  const route = useRoute();
  const limits = useAnswer<Shape<'Limits'>>(may(...OFFICE) ? '/limits' : undefined);
  const { reread } = limits;
  const readAt = useRef(route);
  useEffect(() => {
    if (readAt.current !== route) reread();
    readAt.current = route;
  }, [route, reread]);
  usePayoutsChanged(reread);
  useChanges(['payouts', 'brake'], reread);
  const why = limits.value?.payouts_stopped;
  if (why === null || why === undefined) return null;
  return (
    <aside class="shell-stopped" aria-label={t('console.stopped')}>
      <Notice tone="bad" title={t('console.stopped')} alert>
        <p>
          <bdi>{why}</bdi>
          {may('admin') && route.path[0] !== 'limits' && (
            <>
              {' '}
              <a href={address(['limits'])}>{t('console.stopped.go')}</a>
            </>
          )}
        </p>
      </Notice>
    </aside>
  );
}
