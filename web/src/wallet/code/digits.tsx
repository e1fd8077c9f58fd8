/** A code to read across a counter: in groups for the eye, one by one for a reader's ear. */
export function Digits({ of, dim = false }: { of: string; dim?: boolean }) {
  const half = Math.ceil(of.length / 2);
  return (
    <p class={`code-digits${dim ? ' code-dim' : ''}`} dir="ltr">
      <span class="unseen">{of.split('').join(' ')}</span>
      <span aria-hidden="true">{of.slice(0, half)}</span>
      <span aria-hidden="true">{of.slice(half)}</span>
    </p>
  );
}
