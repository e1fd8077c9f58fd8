import '../shared/style';
import { render } from 'preact';
import { preferred, sharedWords, speak, useLanguage } from '../shared/words';
import { Screen } from '../shared/screen';
import { Toasts } from '../shared/toast';
import { pageWords, t } from './words';

function Page() {
  const language = useLanguage();
  return (
    <div key={language}>
      <Screen title={t('console.title')}>{null}</Screen>
      <Toasts />
    </div>
  );
}

async function start(): Promise<void> {
  await speak(preferred(), sharedWords, pageWords);
  render(<Page />, document.getElementById('page')!);
}

void start();
