import type { Chart } from '../domain/picture.ts'
import { GREEN, INK, LINE, PALE, SOFT } from './colours.ts'

/** A label every so often: as many as stand beside each other in that type. */
const LABELS = 8

/** Two rows of figures over the same days, weeks or months: the one that is told of in colour, the other pale behind it. */
export async function chartSvg({ shape, labels, now, beside }: Chart, size: { width: number; height: number }): Promise<string> {
  const echarts = await import('echarts')
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
  const text = { fontFamily: 'Noto Sans SC', color: SOFT, fontSize: 13 }
  const last = now.values.findLastIndex((v) => v !== null)
  const line = (row: NonNullable<Chart['beside']>, color: string, width: number) => ({
    ...{ name: row.name, type: 'line' as const, data: row.values, symbol: 'none', step: false as const },
    lineStyle: { color, width },
    itemStyle: { color },
    ...(row === now &&
      last >= 0 && { markPoint: endOf(now.values[last] ?? 0, last, (beside?.values[last] ?? 0) > (now.values[last] ?? 0)) }),
  })
  const bars = (row: NonNullable<Chart['beside']>, color: string) => ({
    ...{ name: row.name, type: 'bar' as const, data: row.values, barGap: '10%', barMaxWidth: 14 },
    itemStyle: { color, borderRadius: [2, 2, 0, 0] },
  })
  const rows = [...(beside ? [beside] : []), now]
  const series =
    shape === 'lines'
      ? rows.map((r) => line(r, r === now ? GREEN : PALE, r === now ? 3 : 2))
      : rows.map((r) => bars(r, r === now ? GREEN : PALE))
  try {
    chart.setOption({
      ...{ animation: false, backgroundColor: 'transparent', textStyle: text },
      grid: { left: 30, right: 22, top: 26, bottom: 26 },
      xAxis: {
        ...{ type: 'category', data: [...labels], boundaryGap: shape === 'bars', axisTick: { show: false } },
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: { ...text, interval: Math.max(0, Math.ceil(labels.length / LABELS) - 1), showMaxLabel: false, showMinLabel: true },
      },
      yAxis: { type: 'value', minInterval: 1, splitNumber: 3, axisLabel: text, splitLine: { lineStyle: { color: LINE } } },
      series,
    })
    return chart.renderToSVGString()
  } finally {
    // It keeps a timer as long as it lives.
    chart.dispose()
  }
}

/** Where the line has come to, with its number on the side where the other line is not. */
const endOf = (value: number, at: number, below: boolean) => ({
  ...{ symbol: 'circle', symbolSize: 8, itemStyle: { color: GREEN } },
  label: {
    show: true,
    position: below ? ('bottom' as const) : ('top' as const),
    formatter: String(value),
    color: INK,
    fontSize: 16,
    fontWeight: 'bold' as const,
    fontFamily: 'Noto Sans SC',
  },
  data: [{ coord: [at, value] }],
})
