import { Choice } from '../../shared/field';
import { LANGUAGES, ownName, sharedWords, speak, spoken } from '../../shared/words';
import { pageWords, t } from '../words';

/** Each language by its own name. */
export function Languages() {
  return (
    <Choice
      label={t('wallet.language')}
      name="language"
      value={spoken()}
      options={LANGUAGES.map((one) => ({ value: one, text: ownName(one) }))}
      onValue={(next) => void speak(next, sharedWords, pageWords)}
    />
  );
}
