import type { Trend } from '../domain/picture.ts'
import { trendWords } from '../wording/pictures.ts'
import { ACCENT, GREEN, INK, LINE, PAPER, SOFT } from './colours.ts'

const WIDTH = 480
const HEIGHT = 300
/** More days than this and every second name is left out, so that they stay readable. */
const NAMED_DAYS = 8

/** Bars for what came in and what was done, day by day. */
export async function trendSvg({ title, days }: Trend): Promise<string> {
  const echarts = await import('echarts')
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT })
  const text = { fontFamily: 'Noto Sans SC', color: SOFT, fontSize: 13 }
  const bars = (name: string, color: string, values: number[]) => ({
    name,
    type: 'bar' as const,
    data: values,
    itemStyle: { color, borderRadius: [2, 2, 0, 0] },
    barGap: '15%',
    barMaxWidth: 16,
  })
  try {
    chart.setOption({
      animation: false,
      backgroundColor: PAPER,
      textStyle: text,
      title: { text: title, left: 16, top: 12, textStyle: { ...text, color: INK, fontSize: 17, fontWeight: 'bold' } },
      legend: { right: 16, top: 14, itemWidth: 12, itemHeight: 12, textStyle: text },
      grid: { left: 36, right: 16, top: 56, bottom: 32 },
      xAxis: {
        type: 'category',
        data: days.map((d) => d.day),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: { ...text, interval: days.length > NAMED_DAYS ? 1 : 0 },
      },
      yAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: LINE } } },
      series: [
        bars(
          trendWords.opened,
          ACCENT,
          days.map((d) => d.opened),
        ),
        bars(
          trendWords.done,
          GREEN,
          days.map((d) => d.done),
        ),
      ],
    })
    return chart.renderToSVGString()
  } finally {
    // It keeps a timer as long as it lives.
    chart.dispose()
  }
}
