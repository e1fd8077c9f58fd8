import { preferred } from '../shared/words/language';
import { sharedWords } from '../shared/words/loaders';
import { pageWords } from './words/loaders';

// This file is small and there first: it asks for the words while the app, which its document names, is on its way.
// The app asks for the same words, and says what to do when they do not come.
const language = preferred();
for (const load of [sharedWords, pageWords]) load[language]().catch(() => undefined);
void import('./app').then(({ start }) => start());
