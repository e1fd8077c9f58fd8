export { AccountLink, changes, Diff, Facts, Id, instant, MoneyOr, named, Secrets, span, State, TransferLink, When, type Change, type Fact } from './pieces';
