export { brakeChanges, limitChanges, sameLimit } from './changes';
export { Limits, UsageTable } from './limits';
