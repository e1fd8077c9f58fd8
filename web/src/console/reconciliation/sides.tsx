// What they say beside what we know.

import type { ComponentChildren } from 'preact';
import type { Shape } from '../../api';
import { Id, MoneyOr, named, When } from '../pieces';
import { t } from '../words';
import type { PlacedLine } from './lines';

type Fact = Shape<'LedgerFact'>;

export function Sides({ lines, of, known, theirs, ours }: { lines: readonly number[]; of: ReadonlyMap<number, PlacedLine>; known: readonly Fact[]; theirs: Shape<'Amount'>; ours: Shape<'Amount'> }) {
  return (
    <div class="sides">
      <Side title={t('console.recon.theirs')} sum={theirs} none={t('console.recon.theirs.none')} empty={lines.length === 0}>
        {lines.map((number) => (
          <li key={number}>
            <Stated number={number} line={of.get(number)} />
          </li>
        ))}
      </Side>
      <Side title={t('console.recon.ours')} sum={ours} none={t('console.recon.ours.none')} empty={known.length === 0}>
        {known.map((fact) => (
          <li key={fact.fact}>
            <Known fact={fact} />
          </li>
        ))}
      </Side>
    </div>
  );
}

function Side({ title, sum, none, empty, children }: { title: string; sum: Shape<'Amount'>; none: string; empty: boolean; children: ComponentChildren }) {
  return (
    <div class="side">
      <h4 class="side-head">
        <span>{title}</span> {!empty && <MoneyOr of={sum} />}
      </h4>
      {empty ? <p class="quiet">{none}</p> : <ul>{children}</ul>}
    </div>
  );
}

function Stated({ number, line }: { number: number; line: PlacedLine | undefined }) {
  return (
    <>
      <p class="side-line">
        <span>{line ? named('stated', line.what) : t('console.recon.line', { number })}</span>
        {line && <MoneyOr of={line.amount} />}
      </p>
      {line && (
        <p class="quiet small">
          {t('console.recon.line', { number })} · <When at={line.at} />
          {line.reference && (
            <>
              {' · '}
              <bdi>{line.reference}</bdi>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** Where a fact of ours is looked at. */
function placeOf(fact: Fact): readonly string[] | undefined {
  const [kind = '', id = ''] = fact.fact.split('/');
  if (kind === 'withdrawal') return ['withdrawal', id];
  if (kind === 'batch') return ['batch', id];
  return fact.operation_id ? ['operation', fact.operation_id] : undefined;
}

function Known({ fact }: { fact: Fact }) {
  const [kind = '', id = ''] = fact.fact.split('/');
  const to = placeOf(fact);
  return (
    <>
      <p class="side-line">
        <span>
          {named('fact', kind)} <Id of={id} {...(to && { to })} />
        </span>
        <MoneyOr of={fact.moved} />
      </p>
      <p class="quiet small">
        <When at={fact.made_at} /> · {t('console.recon.asked')} <MoneyOr of={fact.asked} />
        {fact.undecided && ` · ${t('console.recon.undecided')}`}
      </p>
    </>
  );
}
