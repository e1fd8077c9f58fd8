import './money.css';
import { formatNumber, type Money as Amount } from './format';

/** An amount, isolated so that text around it that runs the other way does not turn it over. */
export function Money({ of, size = 'text' }: { of: Amount; size?: 'text' | 'large' | 'huge' }) {
  return (
    <bdi dir="ltr" class={`money money-${size}`}>
      <span class="money-number">{formatNumber(of.amount)}</span>
      {'\u00a0'}
      <span class="money-currency">{of.currency}</span>
    </bdi>
  );
}
