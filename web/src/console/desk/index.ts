export { call, get, lastCall_ms, may, part, person, post, query, remove, resume, signIn, signOut, useAnswer, useSeat, type Asked, type Seat } from './desk';
export { useIdle } from './idle';
