import './qr.css';
import { encode } from 'uqr';
import { useMemo } from 'preact/hooks';
import { t } from '../words';

/** The dark modules as one SVG path, a run of a row at a time. */
export function pathOf(modules: readonly (readonly boolean[])[]): string {
  let path = '';
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  });
  return path;
}

/** A QR code: always dark on white, whatever the page's colours, because scanners want it so. */
export function Qr({ text, label }: { text: string; label?: string | undefined }) {
  const { path, size } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 3 });
    return { path: pathOf(code.data), size: code.size };
  }, [text]);
  return (
    <svg class="qr" role="img" aria-label={label ?? t('shared.qr')} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
