import '../shared/style';
import { render } from 'preact';
import { preferred, sharedWords, speak, useLanguage } from '../shared/words';
import { Toasts } from '../shared/toast';
import { App } from './app';
import { resume } from './desk';
import { pageWords } from './words';

function Page() {
  const language = useLanguage();
  return (
    <div key={language}>
      <App />
      <Toasts />
    </div>
  );
}

async function start(): Promise<void> {
  await speak(preferred(), sharedWords, pageWords);
  render(<Page />, document.getElementById('page')!);
  await resume();
}

void start();
