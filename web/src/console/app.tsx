// The door: who sits here, or somebody to sign in. What is behind it is apart, so that the door is there soon.

import '../shared/style';
import './console.css';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Shape } from '../api';
import { laterOf } from '../shared/later';
import { Toasts } from '../shared/toast';
import { preferred, useLanguage } from '../shared/words';
import { useSeat } from './desk';
import { fetchLater, fetchRooms } from './fetching';
import { Asking, SignIn } from './sign-in';
import { speakHere, speakInside } from './words';

/** Draws the page, once the words are there. */
export async function start(): Promise<void> {
  await speakHere(preferred());
  render(<Page />, document.getElementById('page')!);
}

function Page() {
  const language = useLanguage();
  return (
    <div key={language}>
      <App />
      <Toasts />
    </div>
  );
}

function App() {
  const seat = useSeat();
  switch (seat.state) {
    case 'asking':
      return <Asking />;
    case 'empty':
      return <Door why={seat.why} />;
    case 'taken':
      return <Inside session={seat.session} />;
  }
}

function Door({ why }: { why: 'idle' | 'over' | undefined }) {
  useEffect(() => {
    fetchRooms();
    fetchLater();
  }, []);
  return <SignIn why={why} />;
}

const useRooms = laterOf(async () => {
  const [{ Rooms }] = await Promise.all([import('./rooms'), speakInside()]);
  return Rooms;
});

function Inside({ session }: { session: Shape<'StaffSession'> }) {
  const Rooms = useRooms();
  return Rooms ? <Rooms session={session} /> : <Asking />;
}
