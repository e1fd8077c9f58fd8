import type { Shape } from '../../api';
import { changes, Diff, named } from '../pieces';
import { t } from '../words';
import { rate, scheduleLine } from './tariffs';

type Tariff = Shape<'Tariff'>;
type Added = Shape<'AddTariff'>;

/** A tariff as it would be, beside the one whose place it takes. */
export function TariffChange({ before, after }: { before: Tariff | undefined; after: Added }) {
  const lines = (of: Tariff | Added | undefined) => ({
    name: of?.name ?? '',
    currency: of?.currency ?? '',
    owner: of?.owner_id ?? '',
    channel: named('channel', of?.channel),
    tier: of?.kyc_tier === null || of?.kyc_tier === undefined ? '' : String(of.kyc_tier),
    fee: of?.fee ? scheduleLine(of.fee, of.currency) : '',
    commission: of?.commission ? scheduleLine(of.commission, of.currency) : '',
    tax: of ? rate(of.tax_basis_points ?? 0) : '',
  });
  const [one, other] = [lines(before), lines(after)];
  return (
    <Diff
      caption={t('console.tariff.preview')}
      of={changes([
        [t('console.name'), one.name, other.name],
        [t('console.currency'), one.currency, other.currency],
        [t('console.owner.id'), one.owner, other.owner],
        [t('console.channel'), one.channel, other.channel],
        [t('console.kyc_tier'), one.tier, other.tier],
        [t('console.fee'), one.fee, other.fee],
        [t('console.commission'), one.commission, other.commission],
        [t('console.tax'), one.tax, other.tax],
        [t('console.valid_from'), '', after.valid_from ?? t('console.at_once')],
        [t('console.valid_to'), '', after.valid_to ?? ''],
      ])}
    />
  );
}

/** The tariff whose place a new one takes: the newest for the same. `made_before`: those made later are not looked at. */
export const placeTaken = (all: readonly Tariff[], by: Added, made_before: string | null): Tariff | undefined =>
  all.findLast((one) => one.currency === by.currency && same(one.owner_id, by.owner_id) && same(one.channel, by.channel) && same(one.kyc_tier, by.kyc_tier) && (made_before === null || one.made_at < made_before));

const same = (one: string | number | null, other: string | number | null | undefined): boolean => one === (other ?? null);
