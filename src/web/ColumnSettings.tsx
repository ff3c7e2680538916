import { useState } from 'react'
import { Popover } from '#web/Popover'

type Named = { key: string; title: string; hidden?: boolean; always?: boolean }

/** Which columns a person has put away, kept on this device under the table's name. */
export function useHiddenColumns(table: string, columns: readonly Named[]) {
  const place = `gongqiao.columns.${table}`
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(place)
    return kept === null ? columns.filter((column) => column.hidden).map(({ key }) => key) : kept.split(',')
  })
  const turn = (key: string) => {
    const next = hidden.includes(key) ? hidden.filter((each) => each !== key) : [...hidden, key]
    localStorage.setItem(place, next.join())
    setHidden(next)
  }
  return [hidden, turn] as const
}

/** The button that puts columns away and brings them back. */
export const ColumnSettings = (props: { columns: readonly Named[]; hidden: readonly string[]; turn: (key: string) => void }) => (
  <Popover face="列" label="显示哪些列" className="btn plain" align="end">
    <span className="column-list">
      {props.columns
        .filter(({ always }) => !always)
        .map(({ key, title }) => (
          <label key={key} className="check">
            <input type="checkbox" checked={!props.hidden.includes(key)} onChange={() => props.turn(key)} />
            {title}
          </label>
        ))}
    </span>
  </Popover>
)
