import '../shared/style';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Keep } from '../shared/keep';
import { now_ms } from '../shared/clock';
import { Notice } from '../shared/notice';
import { useRoute } from '../shared/route';
import { Screen } from '../shared/screen';
import { Toasts } from '../shared/toast';
import { preferred, sharedWords, speak, useLanguage } from '../shared/words';
import { startWorker } from '../shared/worker';
import { AppContext, useApp, useDesk, type App } from './app/state';
import { useLater } from './app/use-later';
import { Counter } from './counter';
import { Customer } from './customer';
import { Desks } from './desk';
import { Frame } from './frame';
import { Home } from './home';
import { Place } from './place';
import { Drawer } from './shift/drawer';
import { ask } from './wire';
import { pageWords, t } from './words';

function Page() {
  const { place } = useApp();
  const { current } = useDesk();
  const { path } = useRoute();
  const later = useLater();
  const [screen = '', which = ''] = path;
  if (!place.bound) return later ? <later.Bind /> : null;
  if (current) return <Counter operation={current} />;
  if (screen === 'customer') return <Customer purpose={which === 'deposit' ? 'deposit' : 'withdraw'} />;
  if (!['today', 'shift', 'device'].includes(screen) || (screen === 'shift' && !place.bound.self.tills)) return <Home />;
  if (!later) return null;
  if (screen === 'today') return which === '' ? <later.Today /> : <later.Looked id={which} />;
  return screen === 'shift' ? <later.Shift /> : <later.Device />;
}

function Whole({ parts }: { parts: Omit<App, 'changed'> }) {
  const language = useLanguage();
  const [, redraw] = useState(0);
  const changed = () => redraw((times) => times + 1);
  useEffect(() => {
    const ask = () => void parts.place.refresh().then(changed);
    ask();
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, [parts]);
  return (
    <AppContext.Provider value={{ ...parts, changed }}>
      <div key={language}>
        <Frame>
          <Page />
        </Frame>
        <Toasts />
      </div>
    </AppContext.Provider>
  );
}

/** Two windows would send for one another: the second waits until the first is closed. */
function alone(wait: () => void): Promise<void> {
  return new Promise((begin) => {
    void navigator.locks.request('specie-pos', { ifAvailable: true }, (lock) => {
      if (lock) return hold(begin);
      wait();
      void navigator.locks.request('specie-pos', () => hold(begin));
      return undefined;
    });
  });
}

function hold(begin: () => void): Promise<never> {
  begin();
  return new Promise(() => undefined);
}

async function start(): Promise<void> {
  if (await startWorker('/pos/')) return;
  await speak(preferred(), sharedWords, pageWords);
  const page = document.getElementById('page')!;
  await alone(() =>
    render(
      <Screen title={t('pos.title')}>
        <Notice tone="wait" title={t('pos.elsewhere')}>
          <p>{t('pos.elsewhere_text')}</p>
        </Notice>
      </Screen>,
      page,
    ),
  );
  void navigator.storage?.persist?.();
  const settings = new Keep('specie-pos');
  const place = new Place(settings);
  const drawer = new Drawer(settings, place);
  const desks = new Desks(new Keep('specie-pos-desk'), (wish, signal) => ask(place.bound?.access_key ?? '', wish, signal));
  await place.start();
  await drawer.start();
  await desks.start(now_ms());
  render(<Whole parts={{ place, drawer, desks }} />, page);
}

void start();
