import type { Shape } from '../../api';
// Withdrawals, confirmed and unconfirmed cash, and refusals by the minute. Loaded only where it is shown; the table beside it says the same.

import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../shared/words';
import { t } from '../words';

type LiveMinute = Shape<'LiveMinute'>;

const HEIGHT = 220;
/** The whole hour is drawn, however few of its minutes were counted. */
const HOUR_S = 59 * 60;
/** So few minutes make no line that can be seen: their points are drawn. */
const FEW = 20;
const few = (plot: uPlot): boolean => plot.data[0].length < FEW;
const STEPS_S = [60, 300, 600, 900, 1_800];

export default function Chart({ minutes }: { minutes: readonly LiveMinute[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const data: uPlot.AlignedData = [
    minutes.map((minute) => Date.parse(minute.at) / 1000),
    minutes.map((minute) => minute.withdrawals),
    minutes.map((minute) => minute.completed),
    minutes.map((minute) => minute.unconfirmed),
    minutes.map((minute) => minute.refused.reduce((all, one) => all + one.count, 0)),
  ];
  const newest = useRef(data);
  newest.current = data;

  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const draw = () => {
      plot.current?.destroy();
      plot.current = new uPlot(options(box), newest.current, box);
    };
    const watch = new ResizeObserver(() => plot.current?.setSize({ width: box.clientWidth, height: HEIGHT }));
    draw();
    watch.observe(box);
    dark.addEventListener('change', draw);
    return () => {
      watch.disconnect();
      dark.removeEventListener('change', draw);
      plot.current?.destroy();
    };
  }, []);
  useEffect(() => plot.current?.setData(newest.current), [minutes]);
  return (
    <div class="chart" role="img" aria-label={t('console.live.chart')} dir="ltr">
      {/* Its legend is a table of points: the twin beside the chart is the one to read. */}
      <div ref={frame} aria-hidden="true" />
    </div>
  );
}

function options(box: HTMLElement): uPlot.Options {
  const style = getComputedStyle(box);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const axis = { stroke: colour('--ink-quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 } };
  const count = { width: 2, points: { show: few }, value: (_: uPlot, of: number | null | undefined) => String(of ?? '—') };
  const hour = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    width: box.clientWidth,
    height: HEIGHT,
    cursor: { drag: { x: false, y: false } },
    scales: { x: { range: (_, __, newest) => [newest - HOUR_S, newest] }, y: { range: (_, __, most) => [0, Math.max(4, most)] } },
    axes: [
      { ...axis, incrs: STEPS_S, values: (_, splits) => splits.map((at) => hour.format(at * 1000)) },
      { ...axis, size: 40, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000] },
    ],
    series: [
      { label: t('console.at'), value: (_, at) => (at === null || at === undefined ? '—' : hour.format(at * 1000)) },
      { ...count, label: t('console.live.withdrawals'), stroke: colour('--accent') },
      { ...count, label: t('console.live.completed'), stroke: colour('--good'), dash: [8, 4] },
      { ...count, label: t('console.live.unconfirmed'), stroke: colour('--bad'), dash: [2, 3] },
      { ...count, label: t('console.live.refused'), stroke: colour('--wait'), dash: [6, 2, 2, 2] },
    ],
  };
}
