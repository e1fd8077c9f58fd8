export { call, get, lastCall_ms, may, part, payoutsChanged, person, post, query, remove, resume, signIn, signOut, usePayoutsChanged, useSeat, type Seat } from './desk';
export { useAnswer, type Asked } from './answer';
export { showAnew, useChanges, useHeard, useHearing, useLine, type About } from './hearing';
export { useIdle } from './idle';
