export { OFFICE, call, get, lastCall_ms, may, part, person, post, query, remove, resume, signIn, signOut, wasTaken, type Seat } from './seat';
export { useSeat } from './use-seat';
export { payoutsChanged, usePayoutsChanged } from './payouts';
export { useAnswer, type Asked } from './answer';
export { showAnew, useChanges, useHeard, useHearing, useLine, type About } from './hearing';
export { useIdle } from './idle';
