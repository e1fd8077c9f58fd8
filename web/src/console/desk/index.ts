export { call, get, lastCall_ms, may, part, payoutsChanged, person, post, query, remove, resume, signIn, signOut, useAnswer, usePayoutsChanged, useSeat, type Asked, type Seat } from './desk';
export { useIdle } from './idle';
