import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** Draws into an element, follows its width, and gives what takes the picture away. SVG, so that paper is sharp. */
export function draw(element: HTMLElement, option: EChartsCoreOption) {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const chart = init(element, null, { renderer: 'svg' })
  chart.setOption({
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    color: ['--blue', '--square-due', '--green', '--ink-3', '--square-on-time', '--amber'].map(colour),
    textStyle: { fontFamily: colour('--font'), color: colour('--ink-2') },
    ...option,
  })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(element)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}
