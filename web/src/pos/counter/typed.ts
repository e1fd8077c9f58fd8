import { complete } from '../../shared/amount-pad';

/** What a button says while an amount is typed: the amount as it would be sent, or a zero with the currency's decimals. */
export const typedSoFar = (typed: string, decimals: number): string => complete(typed, decimals) ?? (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);
