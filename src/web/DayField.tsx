import { useId, useRef, useState } from 'react'
import { parseLooseDate } from '#kit/loosedates'
import './dayfield.css'

type Props = {
  /** Said beside the box, or to a screen reader only. */
  label: string
  isLabelHidden?: boolean
  /** The label above the box, as in a form's grid. */
  isStacked?: boolean
  /** The box's own id, when a label elsewhere names it. */
  id?: string
  /** `2026-11-24`, or nothing yet. */
  value: string | undefined
  pick: (day: string | undefined) => void
  min?: string
  max?: string
}

type ItemProps = Pick<Props, 'label' | 'min' | 'max' | 'id'> & { value?: string; onChange?: (day: string | undefined) => void }

/**
 * A calendar day, always shown as 年-月-日, whatever the language of the browser. Typed as people type it (`2026.11.24`, `20261124`,
 * `2026年11月24日`), or chosen from the calendar of the device.
 */
export function DayField({
  label,
  isLabelHidden,
  isStacked,
  id: given,
  value,
  pick,
  min = '1900-01-01',
  max = '9999-12-31',
}: Props) {
  const own = useId()
  const id = given ?? own
  const calendar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const read = (text: string) => {
    setTyped(undefined)
    if (text.trim() === '') return pick(undefined)
    const found = parseLooseDate(text)
    if ('problem' in found) return setProblem(found.problem)
    if (found.day < min || found.day > max) return setProblem(found.day > max ? `不能晚于 ${max}` : `不能早于 ${min}`)
    setProblem(undefined)
    pick(found.day)
  }
  return (
    <span className={isStacked ? 'day-field stacked' : 'day-field'}>
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      <span className="day-box">
        <input
          id={id}
          {...(isLabelHidden && !given && { 'aria-label': label })}
          inputMode="numeric"
          autoComplete="off"
          placeholder="年-月-日"
          value={typed ?? value ?? ''}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={(event) => typed !== undefined && read(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && read(event.currentTarget.value)}
        />
        <button type="button" aria-label={`${label}：打开日历`} onClick={() => calendar.current?.showPicker()}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
            <rect x="2" y="3" width="12" height="11" rx="1.5" />
            <path d="M2 6.5h12M5.5 1.5v3M10.5 1.5v3" />
          </svg>
        </button>
        <input
          ref={calendar}
          type="date"
          className="day-calendar"
          tabIndex={-1}
          aria-hidden="true"
          value={value ?? ''}
          min={min}
          max={max}
          onChange={(event) => read(event.target.value)}
        />
      </span>
      {problem && (
        <span className="problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}

/** The same within a form item, which gives the label, the value and where it goes. */
export const DayItem = ({ value, onChange, ...rest }: ItemProps) => (
  <DayField isLabelHidden value={value} pick={(day) => onChange?.(day)} {...rest} />
)
