// The cashier's page: which screen is on it, and what it is made of.

import '../shared/style';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Keep } from '../shared/keep';
import { now_ms } from '../shared/clock';
import { Notice } from '../shared/notice';
import { go, useRoute } from '../shared/route';
import { Screen, ScreenMark } from '../shared/screen';
import { Toasts } from '../shared/toast';
import { preferred, sharedWords, speak, useLanguage } from '../shared/words';
import { keepPage, newVersion } from '../shared/worker';
import { AppContext, useApp, useDesk, type Parts } from './app/state';
import { useLater } from './app/use-later';
import { Bind } from './bind';
import { Counter } from './counter';
import { Customer } from './customer';
import { Desks } from './desk';
import { Frame } from './frame';
import { Home } from './home';
import { Place } from './place';
import { Drawer } from './shift/drawer';
import type { Room } from './training';
import { markPractice, useIdleEnd, wasPractising } from './training/leave';
import { ask } from './wire';
import { pageWords, t } from './words';

function Page() {
  const { place, room } = useApp();
  const { current } = useDesk();
  const { path } = useRoute();
  const later = useLater();
  const [screen = '', which = ''] = path;
  if (!place.bound) return <Bind />;
  if (current) return <Counter operation={current} />;
  if (screen === 'customer') return <Customer purpose={which === 'deposit' ? 'deposit' : 'withdraw'} />;
  const screens = [...(place.bound.self.tills ? ['shift'] : []), ...(room ? ['today'] : ['today', 'device', 'training'])];
  if (!screens.includes(screen)) return <Home />;
  if (!later) return null;
  if (screen === 'today') return which === '' ? <later.Today /> : <later.Looked id={which} />;
  if (screen === 'training') return <later.Door />;
  return screen === 'shift' ? <later.Shift /> : <later.Device />;
}

function Whole({ parts: real, reloaded }: { parts: Parts; reloaded: boolean }) {
  const language = useLanguage();
  const [, redraw] = useState(0);
  const [room, open] = useState<Room>();
  const [practised, tell] = useState(reloaded);
  const { path } = useRoute();
  const changed = () => redraw((times) => times + 1);
  const parts = room?.parts ?? real;
  const practise = (next: Room | undefined) => {
    markPractice(next !== undefined);
    go([], {}, true);
    open(next);
    tell(next === undefined);
  };
  useIdleEnd(room !== undefined, () => practise(undefined));
  // Said on the first screen after practice, and gone with it.
  useEffect(() => {
    if (path.length > 0) tell(false);
  }, [path]);
  useEffect(() => {
    const ask = () => void parts.place.refresh().then(changed);
    ask();
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, [parts]);
  return (
    <AppContext.Provider value={{ ...parts, changed, room, practise, practised }}>
      <ScreenMark.Provider value={room ? t('pos.training.word') : ''}>
        <div key={`${language} ${room ? 'practice' : 'real'}`} class={room ? 'practice' : undefined}>
          <Frame>
            {room && <room.Phone />}
            <Page />
          </Frame>
          <Toasts />
        </div>
      </ScreenMark.Provider>
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

/** Draws the page: at once where it can, and after the other window is closed where there is one. */
export async function start(): Promise<void> {
  const words = speak(preferred(), sharedWords, pageWords);
  if (await newVersion('/pos/')) return;
  await words;
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
  await Promise.all([place.start(), drawer.start()]);
  await desks.start(now_ms());
  const reloaded = wasPractising();
  if (reloaded) go([], {}, true);
  render(<Whole parts={{ place, drawer, desks }} reloaded={reloaded} />, page);
  keepPage('/pos/');
}
