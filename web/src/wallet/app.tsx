// Which screen stands: by the state of the device first, by the address then.

import '../shared/style';
import './wallet.css';
import { render, type VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { useEvents } from '../shared/events';
import { useRoute, type Route } from '../shared/route';
import { Toasts } from '../shared/toast';
import { preferred, sharedWords, speak, useLanguage } from '../shared/words';
import { keepPage, newVersion } from '../shared/worker';
import { Cash } from './cash/cash';
import { Code } from './code/code';
import { Enrol } from './enrol/enrol';
import { Home } from './home/home';
import { ChoosePin, Unlock } from './lock/lock';
import { useStore } from './state/store';
import { useLater, type Later } from './state/use-later';
import { pageWords } from './words';
import { begin, EVENTS, lock, read, store, waits } from './state/wallet';

/** Out of sight for so long, the page locks. */
export const LOCK_AFTER_MS = 120_000;
/** While the event stream is broken, or the last reading failed, the state is read this often. */
const READ_EVERY_MS = 4_000;

/** Draws the page, once the words are there. */
export async function start(): Promise<void> {
  const words = speak(preferred(), sharedWords, pageWords);
  if (await newVersion('/wallet/')) return;
  await Promise.all([words, begin()]);
  render(<App />, document.getElementById('page')!);
  keepPage('/wallet/');
}

function App() {
  const language = useLanguage();
  return (
    <div key={language}>
      <Phase />
      <Toasts />
    </div>
  );
}

function Phase() {
  const { phase } = useStore(store);
  switch (phase) {
    case 'starting':
      return null;
    case 'enrol':
      return <Enrol />;
    case 'choose_pin':
      return <ChoosePin />;
    case 'locked':
      return <Unlock />;
    case 'open':
      return <Open />;
  }
}

function Open() {
  const route = useRoute();
  const later = useLater();
  const line = useEvents('/api/v1/wallet/events', EVENTS, () => void read());
  useEffect(() => void read(), []);
  useEffect(() => {
    const timer = setInterval(() => (store.value.trouble || (line !== 'live' && waits())) && void read(), READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [line]);
  useEffect(() => {
    const changed = () => void read();
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  }, []);
  useLockOutOfSight();
  if (route.query.has('invite')) return later ? <later.Invited /> : null;
  return onTheWay(route) ?? (later ? beside(later, route) : null);
}

function useLockOutOfSight(): void {
  useEffect(() => {
    let hidden_at = 0;
    const changed = () => {
      if (document.hidden) hidden_at = performance.now();
      else if (hidden_at > 0 && performance.now() - hidden_at > LOCK_AFTER_MS) lock();
      else void read();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
}

const BESIDE: ReadonlySet<string | undefined> = new Set(['history', 'withdrawals', 'accounts', 'devices', 'prices', 'offline', 'more']);

function onTheWay({ path, query }: Route): VNode | undefined {
  const [first, second, third, fourth] = path;
  if (first === 'cash') return <Cash purpose="withdraw" number={second ?? query.get('place') ?? undefined} account_id={third} amount={fourth} />;
  if (first === 'deposit') return <Cash purpose="deposit" number={second} account_id={third} amount={undefined} />;
  if (first === 'code') return <Code />;
  return BESIDE.has(first) ? undefined : <Home />;
}

function beside({ Account, Devices, History, More, Offline, Prices, Receipt }: Later, { path }: Route): VNode {
  const [first, second] = path;
  switch (first) {
    case 'withdrawals':
      return second ? <Receipt key={second} transaction_id={second} /> : <History />;
    case 'accounts':
      return second ? <Account key={second} account_id={second} /> : <Home />;
    case 'devices':
      return <Devices />;
    case 'prices':
      return <Prices />;
    case 'offline':
      return <Offline />;
    case 'more':
      return <More />;
    default:
      return <History />;
  }
}
