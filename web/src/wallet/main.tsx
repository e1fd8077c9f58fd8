import '../shared/style';
import './wallet.css';
import { render } from 'preact';
import { preferred, sharedWords, speak } from '../shared/words';
import { startWorker } from '../shared/worker';
import { App } from './app';
import { begin } from './state/wallet';
import { pageWords } from './words';

async function start(): Promise<void> {
  if (await startWorker('/wallet/')) return;
  await Promise.all([speak(preferred(), sharedWords, pageWords), begin()]);
  render(<App />, document.getElementById('page')!);
}

void start();
