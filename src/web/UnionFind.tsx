import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { UnionKind } from '#contracts/organisation/unions'
import { api } from '#web/api'
import './unionfind.css'

/** Branches and groups decide nothing themselves: one looks for the union they belong to. */
const whole: readonly UnionKind[] = ['basic', 'joint', 'newEmployment', 'regional', 'trade', 'town', 'federation']

export type Found = { id: string; name: string; above: string | null }
type Props = {
  label: string
  value: Found | null
  pick: (union: Found | null) => void
  /** Only unions of these kinds, which are then shown before anything is typed. */
  kinds?: readonly UnionKind[]
  hint?: string
}

/** Finds a union in the public directory by name, short name or initials: on the phone, also for whoever is not signed in. */
export function UnionFind({ label, value, pick, kinds, hint = '写单位名称，或拼音首字母' }: Props) {
  const id = useId()
  const [words, setWords] = useState('')
  const text = words.trim()
  const { data } = useQuery({
    ...api.unions.directory.queryOptions({ input: { text, kinds: [...(kinds ?? whole)] } }),
    enabled: value === null && (text !== '' || kinds !== undefined),
  })
  if (value)
    return (
      <div className="field">
        <span className="muted">{label}</span>
        <p className="found">
          <b>{value.name}</b>
          {value.above && <span className="faint"> {value.above}</span>}{' '}
          <button type="button" className="link" onClick={() => pick(null)}>
            换一个
          </button>
        </p>
      </div>
    )
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={words}
        placeholder={hint}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="union-finds" aria-live="polite">
        {data?.slice(0, 8).map(({ id: found, name, above }) => (
          <li key={found}>
            <button type="button" onClick={() => pick({ id: found, name, above })}>
              {name}
              {above && <span className="faint"> {above}</span>}
            </button>
          </li>
        ))}
        {data?.length === 0 && <li className="muted">没有找到“{text}”。换个写法，或少写几个字。</li>}
      </ul>
    </div>
  )
}
