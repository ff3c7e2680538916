import { useEffect, useRef } from 'react'
import type { EChartsCoreOption } from 'echarts/core'

/** A picture of what the table beside it says; the drawing library comes when the first picture is shown. */
export function Chart({ option, height = 260 }: { option: EChartsCoreOption; height?: number }) {
  const place = useRef<HTMLDivElement>(null)
  const wanted = JSON.stringify(option)
  useEffect(() => {
    let isGone = false
    let stop = () => {}
    void import('./echarts.ts').then(({ draw }) => {
      if (!isGone && place.current) stop = draw(place.current, JSON.parse(wanted) as EChartsCoreOption)
    })
    return () => {
      isGone = true
      stop()
    }
  }, [wanted])
  return <div ref={place} className="chart" style={{ height }} aria-hidden="true" />
}
