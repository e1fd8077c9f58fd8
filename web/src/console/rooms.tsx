// What somebody who sits here sees: the frame and the first screen, and the others once they are there.

import type { Shape } from '../api';
import { laterOf } from '../shared/later';
import { useRoute } from '../shared/route';
import { OFFICE, may } from './desk';
import { Live } from './live';
import { Shell } from './shell';
import { Asking } from './sign-in';

const useLater = laterOf(() => import('./later'));

export function Rooms({ session }: { session: Shape<'StaffSession'> }) {
  const route = useRoute();
  const later = useLater();
  return <Shell session={session}>{route.path[0] === undefined && may(...OFFICE) ? <Live /> : (later?.screenOf(route) ?? <Asking />)}</Shell>;
}
