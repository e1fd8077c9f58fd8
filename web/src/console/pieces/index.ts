export { AccountLink, changes, Diff, Facts, Id, instant, MoneyOr, named, Secrets, span, State, When, type Change, type Fact } from './pieces';
