import { preferred } from '../shared/words/language';
import { sharedWords } from '../shared/words/loaders';
import { resume, wasTaken } from './desk/seat';
import { fetchLater, fetchRooms } from './fetching';
import { doorWords } from './sign-in/words/loaders';

// This file is small and there first: it asks for the words and for who sits here while the app, which its document
// names, is on its way. The app asks for the same words, and says what to do when they do not come.
const language = preferred();
for (const load of [sharedWords, doorWords]) load[language]().catch(() => undefined);
if (wasTaken()) {
  fetchRooms();
  if (location.hash.length > '#/'.length) fetchLater();
}
void resume();
void import('./app').then(({ start }) => start());
