import { html, raw } from 'hono/html';
import type { Html } from '../page.ts';
import { clipped } from '../text.ts';

export interface Bars {
  readonly title: string;
  /** What a bar counts: "anbudsområden". */
  readonly unit: string;
  /** From top to bottom. */
  readonly bars: readonly { readonly label: string; readonly value: number }[];
}

const WIDTH = 640;
const BAR = 30;
const LABEL = 300;
const COLOUR = '#0b4a7a';
const INK = '#1c2430';

/**
 * Horizontal bars as inline SVG, drawn on the server by Apache ECharts. Values stand at the bars, so nothing rests on colour or
 * on an axis; the text alternative says all of them. Nothing in it runs, and it needs no network.
 */
export async function barChart({ title, unit, bars }: Bars): Promise<Html> {
  const labels = bars.map((b) => clipped(b.label, 42));
  const svg = await drawn(
    labels,
    bars.map((b) => b.value),
  );
  const spoken = `${title}. ${bars.map((b, i) => `${labels[i]}: ${b.value}`).join('; ')}.`;
  return html`<figure class="chart"><figcaption>${title} <span class="meta">(${unit})</span></figcaption><div role="img" aria-label="${spoken}">${raw(svg)}</div></figure>`;
}

async function drawn(labels: readonly string[], values: readonly number[]): Promise<string> {
  const { init } = await import('echarts/dist/echarts.esm.min.mjs');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: labels.length * BAR + 10 });
  try {
    chart.setOption({
      animation: false,
      grid: { left: LABEL, right: 60, top: 5, bottom: 5, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, max: Math.max(1, ...values) },
      yAxis: {
        type: 'category',
        inverse: true,
        data: [...labels],
        axisTick: { show: false },
        axisLine: { lineStyle: { color: '#4a5666' } },
        axisLabel: { color: INK, fontSize: 13 },
      },
      series: [
        {
          type: 'bar',
          data: [...values],
          silent: true,
          barMaxWidth: 18,
          itemStyle: { color: COLOUR },
          label: { show: true, position: 'right', color: INK, fontSize: 14 },
        },
      ],
    });
    // The rules for a mouse over a bar are of no use here.
    return chart
      .renderToSVGString()
      .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
      .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
  } finally {
    // Without it the library's clock keeps the process alive.
    chart.dispose();
  }
}
