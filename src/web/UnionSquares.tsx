import { type KeyboardEvent, memo, type MouseEvent, useMemo, useState } from 'react'
import { count } from '#web/words'

export type UnionState = 'onTime' | 'due' | 'late' | 'quiet'
export type UnionSquare = { id: string; name: string; members: number; state: UnionState; why?: string }
export type SquareGroup = { title: string; unions: readonly UnionSquare[] }

const words: Record<UnionState, string> = { onTime: '按期', due: '将到期', late: '已过期', quiet: '90 天无活动' }
const states = Object.keys(words) as UnionState[]

/** Above so many unions the squares shrink, so that a district still fits a screen. */
const DENSE = 600

/** Area by members in four steps, so that a union of 20,000 does not push the rest off the screen. */
const sizeOf = (members: number) => (members >= 2000 ? 'xl' : members >= 500 ? 'l' : members >= 100 ? 'm' : 's')

/**
 * One square a union: its size its members, its colour its worst clock. Largest first within a group.
 * One tab stop; arrow keys walk, Enter opens; what is under the pointer or the focus is said beneath.
 */
export function UnionSquares({ groups, open }: { groups: readonly SquareGroup[]; open?: (id: string) => void }) {
  const [at, setAt] = useState<string>()
  const byId = useMemo(() => new Map(groups.flatMap(({ unions }) => unions.map((union) => [union.id, union]))), [groups])
  const under = ({ target }: MouseEvent) => setAt((target as HTMLElement).dataset.id)
  const union = at === undefined ? undefined : byId.get(at)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key]
    if (event.key === 'Enter' && union) open?.(union.id)
    if (!step) return
    event.preventDefault()
    const squares = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-id]')]
    const next = squares.findIndex(({ dataset }) => dataset.id === at) + step
    const square = squares[Math.max(0, Math.min(squares.length - 1, at === undefined ? 0 : next))]
    square?.scrollIntoView({ block: 'nearest' })
    setAt(square?.dataset.id)
  }
  return (
    <div className={byId.size > DENSE ? 'squares dense' : 'squares'}>
      <div
        className="squares-body"
        role="application"
        aria-label={`${count(byId.size)} 家工会，一格一家。用方向键逐个看，回车打开`}
        tabIndex={0}
        onKeyDown={walk}
        onMouseOver={under}
        onClick={(event) => {
          const { id } = (event.target as HTMLElement).dataset
          if (id) open?.(id)
        }}
      >
        {groups.map((group) => (
          <Group key={group.title} group={group} at={group.unions.some(({ id }) => id === at) ? at : undefined} />
        ))}
      </div>
      <p className="squares-said" aria-live="polite">
        {union ? `${union.name} · ${count(union.members)} 人 · ${union.why ?? words[union.state]}` : '点一格看是哪家工会'}
      </p>
      <Legend />
    </div>
  )
}

const Group = memo(function Group({ group, at }: { group: SquareGroup; at: string | undefined }) {
  const sorted = useMemo(() => [...group.unions].sort((a, b) => b.members - a.members), [group])
  const late = group.unions.filter(({ state }) => state === 'late').length
  return (
    <div className="squares-group">
      <p>
        <span>{group.title}</span>
        <span className="faint">
          {count(group.unions.length)} 家{late > 0 && <span className="late"> · {late} 家过期</span>}
        </span>
      </p>
      <div className="squares-cells">
        {sorted.map(({ id, members, state }) => (
          <i key={id} data-id={id} className={`${sizeOf(members)} ${state}${id === at ? ' at' : ''}`} />
        ))}
      </div>
    </div>
  )
})

const Legend = () => (
  <p className="legend">
    {states.map((state) => (
      <span key={state}>
        <i className={state} /> {words[state]}
      </span>
    ))}
    <span className="faint">大小是人数</span>
  </p>
)
