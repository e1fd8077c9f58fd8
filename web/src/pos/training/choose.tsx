import { Choice } from '../../shared/field';
import { useApp } from '../app/state';
import { LESSONS } from './lessons';
import { t } from './words';

/** What the next customer is to be like. */
export function Lessons() {
  const { room, place, changed } = useApp();
  if (!room) return null;
  const currencies = place.bound?.self.currencies ?? [];
  return (
    <>
    <Choice
      label={t('pos.lesson.title')}
      name="lesson"
      value={room.chosen.lesson}
      options={LESSONS.map((value) => ({ value, text: t(`pos.lesson.${value}`) }))}
      onValue={(lesson) => {
        room.chosen.lesson = lesson;
        changed();
      }}
    />
    {currencies.length > 1 && (
      <Choice
        label={t('pos.choosing.currency')}
        name="practice-currency"
        value={room.chosen.currency?.currency ?? ''}
        options={currencies.map(({ currency }) => ({ value: currency, text: currency }))}
        onValue={(code) => {
          room.chosen.currency = currencies.find(({ currency }) => currency === code);
          changed();
        }}
      />
    )}
    </>
  );
}
