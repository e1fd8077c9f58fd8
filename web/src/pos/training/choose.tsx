import { Choice } from '../../shared/field';
import { useApp } from '../app/state';
import { LESSONS } from './lessons';
import { t } from './words';

/** What the next customer is to be like. */
export function Lessons() {
  const { room, changed } = useApp();
  if (!room) return null;
  return (
    <Choice
      label={t('pos.lesson.title')}
      name="lesson"
      value={room.lesson}
      options={LESSONS.map((value) => ({ value, text: t(`pos.lesson.${value}`) }))}
      onValue={(lesson) => {
        room.lesson = lesson;
        changed();
      }}
    />
  );
}
