import { preferred, sharedWords, speak } from '../shared/words';
import { startWorker } from '../shared/worker';
import { pageWords } from './words';

/** Everything is asked for at once: on a slow network each step that waits for another costs a round trip. */
async function start(): Promise<void> {
  const words = speak(preferred(), sharedWords, pageWords);
  const app = import('./app');
  if (await startWorker('/pos/')) return;
  const { draw } = await app;
  await words;
  await draw(document.getElementById('page')!);
}

void start();
