import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { api } from '#web/api'
import { usePermission } from '#web/me'
import './personpick.css'

/** A person with a record has his `personId`; without one only the name is known. */
export type Person = { personId: string | null; personName: string }
type Props = {
  label: string
  value: Person
  pick: (person: Person) => void
  /** Whoever has no record here may be meant as well: the employer's side, a lawyer. */
  isOpenToOthers?: boolean
  required?: boolean
}

/** Finds a person of one's scope by name, pinyin, initials or number; arrows and Enter choose, Esc closes. */
export function PersonPick({ label, value, pick, isOpenToOthers, required }: Props) {
  const [id, mayFind] = [useId(), usePermission('members.view')]
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const text = value.personName.trim()
  const { data } = useQuery({
    ...api.members.list.queryOptions({ input: { text, size: 8, status: ['worker', 'member', 'retained'] } }),
    enabled: mayFind && isOpen && text !== '' && value.personId === null,
  })
  const rows = isOpen && value.personId === null && text !== '' ? (data?.rows ?? []) : []
  const choose = (row = rows[at]) => {
    if (row) pick({ personId: row.id, personName: row.name })
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && rows.length) setAt((at + step + rows.length) % rows.length)
    else if (event.key === 'Enter' && rows.length) choose()
    else if (event.key === 'Escape' && isOpen) {
      setOpen(false)
      event.stopPropagation()
    } else return
    event.preventDefault()
  }
  const type = (personName: string) => {
    pick({ personId: null, personName })
    setOpen(true)
    setAt(0)
  }
  return (
    <div className="field person-pick">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-found`}
        aria-activedescendant={rows[at] && `${id}-${at}`}
        autoComplete="off"
        maxLength={60}
        required={required ?? false}
        placeholder="姓名或拼音首字母"
        value={value.personName}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <p className="faint small" aria-live="polite">
        {wordsOf({ ...value, isOpenToOthers, hits: isOpen && data ? rows.length : null })}
      </p>
      {rows.length > 0 && (
        <ul className="person-finds" id={`${id}-found`} role="listbox" aria-label={label}>
          {rows.map((row, index) => (
            // The press comes before the field loses the focus and closes the list.
            <li
              key={row.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => (event.preventDefault(), choose(row))}
            >
              {row.name} <span className="faint">{[row.unionName, row.job].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Said = Person & { isOpenToOthers: boolean | undefined; hits: number | null }
function wordsOf({ personId, personName, isOpenToOthers, hits }: Said) {
  if (personId) return '已对上档案'
  if (personName.trim() === '') return ''
  if (hits === 0) return isOpenToOthers ? '没有档案，只记姓名' : '没有找到这个人，请换个写法，或先登记此人'
  return isOpenToOthers ? '从名单里选，或只记姓名' : '请从名单里选'
}
