import { LANGUAGES, ownName, spoken, type Language } from '../../shared/words';
import { speakHere, t } from '../words';

/** The page's language, each by its own name. */
export function Languages() {
  return (
    <select class="languages" aria-label={t('console.language')} value={spoken()} onChange={(event) => void speakHere(event.currentTarget.value as Language)}>
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {ownName(language)}
        </option>
      ))}
    </select>
  );
}
