import { t } from './words';

/** While nothing else can be shown yet. */
export const Asking = () => (
  <main>
    <h1 class="unseen">{t('shared.loading')}</h1>
  </main>
);
