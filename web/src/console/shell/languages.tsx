import { LANGUAGES, ownName, sharedWords, speak, spoken, type Language } from '../../shared/words';
import { pageWords, t } from '../words';

/** The page's language, each by its own name. */
export function Languages() {
  return (
    <select class="languages" aria-label={t('console.language')} value={spoken()} onChange={(event) => void speak(event.currentTarget.value as Language, sharedWords, pageWords)}>
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {ownName(language)}
        </option>
      ))}
    </select>
  );
}
