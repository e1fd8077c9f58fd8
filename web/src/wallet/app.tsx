// Which screen stands: by the state of the device first, by the address then.

import { useEffect } from 'preact/hooks';
import { useEvents } from '../shared/events';
import { useRoute, type Route } from '../shared/route';
import { Toasts } from '../shared/toast';
import { useLanguage } from '../shared/words';
import { Account } from './account/account';
import { Cash } from './cash/cash';
import { Code } from './code/code';
import { Devices } from './devices/devices';
import { Enrol } from './enrol/enrol';
import { History } from './history/history';
import { Home } from './home/home';
import { ChoosePin, Unlock } from './lock/lock';
import { More } from './more/more';
import { Offline } from './offline/offline';
import { Prices } from './prices/prices';
import { Receipt } from './receipt/receipt';
import { useStore } from './state/store';
import { EVENTS, lock, read, store, waits } from './state/wallet';

/** Out of sight for so long, the page locks. */
export const LOCK_AFTER_MS = 120_000;
/** While a customer waits and the event stream is broken, the state is read this often. */
const READ_EVERY_MS = 4_000;

export function App() {
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
  const line = useEvents('/api/v1/wallet/events', EVENTS, () => void read());
  useEffect(() => void read(), []);
  useEffect(() => {
    if (line === 'live') return;
    const timer = setInterval(() => waits() && void read(), READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [line]);
  useEffect(() => {
    const online = () => void read();
    addEventListener('online', online);
    addEventListener('offline', online);
    return () => {
      removeEventListener('online', online);
      removeEventListener('offline', online);
    };
  }, []);
  useLockOutOfSight();
  return screen(route);
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

function screen({ path, query }: Route) {
  const [first, second, third, fourth] = path;
  switch (first) {
    case 'cash':
      return <Cash purpose="withdraw" number={second ?? query.get('place') ?? undefined} account_id={third} amount={fourth} />;
    case 'deposit':
      return <Cash purpose="deposit" number={second} account_id={third} amount={undefined} />;
    case 'code':
      return <Code />;
    case 'history':
      return <History />;
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
      return <Home />;
  }
}
