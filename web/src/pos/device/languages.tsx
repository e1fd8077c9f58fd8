import { Choice } from '../../shared/field';
import { LANGUAGES, ownName, sharedWords, speak, spoken } from '../../shared/words';
import { pageWords, t } from '../words';

export function Languages() {
  const options = LANGUAGES.map((value) => ({ value, text: ownName(value) }));
  return <Choice label={t('pos.language')} name="language" value={spoken()} options={options} onValue={(next) => void speak(next, sharedWords, pageWords)} />;
}
