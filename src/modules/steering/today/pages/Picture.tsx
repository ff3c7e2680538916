import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { count, dayInWords } from '#web/words'
import type { Cell, Group, Standing } from '../contract.ts'
import type { Scale } from './layout.tsx'
import { PictureTable } from './PictureTable.tsx'
import { Squares } from './Squares.tsx'
import { useFit } from './useFit.tsx'
import { standingNames } from './words.tsx'
import './today.css'

type Props = {
  groups: readonly Group[]
  cells: readonly Cell[]
  open: (id: string) => void
  isNarrow?: boolean
}

/** What stands worst first; within it by size. */
const order: readonly Standing[] = ['late', 'due', 'quiet', 'onTime']

/**
 * One square a union, grouped by town: its size its members, its colour the worst of it. One tab stop; arrow keys walk, Enter opens; what is
 * under the pointer or the focus is said beneath. The same as a table for whoever reads or listens.
 */
export function Picture({ groups, cells, open, isNarrow = false }: Props) {
  const [only, show] = useState<Standing>()
  const [isTable, setTable] = useState(false)
  const [at, point] = useState<string>()
  const shown = useMemo(() => (only ? cells.filter(({ standing }) => standing === only) : cells), [cells, only])
  const parts = useMemo(
    () => groups.map((group, n) => ({ group, cells: shown.filter((cell) => cell.group === n) })),
    [groups, shown],
  )
  const byId = useMemo(() => new Map(cells.map((cell) => [cell.id, cell])), [cells])
  const walked = useMemo(() => parts.flatMap((part) => [...part.cells].sort((a, b) => b.members - a.members)), [parts])
  const go = useCallback((id: string) => open(id), [open])
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10, Home: -1e6, End: 1e6 }[event.key]
    if (event.key === 'Enter' && at) go(at)
    if (!step) return
    event.preventDefault()
    const next = at === undefined ? 0 : walked.findIndex(({ id }) => id === at) + step
    point(walked[Math.max(0, Math.min(walked.length - 1, next))]?.id)
  }
  const map = useRef<HTMLDivElement>(null)
  const filled = useMemo(() => parts.filter((part) => part.cells.length > 0), [parts])
  const laid = useMemo(() => filled.map((part) => part.cells), [filled])
  const scale = useFit(map, laid, !isNarrow && !isTable)
  return (
    <div className={isNarrow ? 'picture narrow' : 'picture'}>
      <Legend cells={cells} only={only} show={show} isTable={isTable} setTable={setTable} />
      {isTable ? (
        <PictureTable groups={groups} cells={[...shown].sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))} />
      ) : (
        <>
          <div
            ref={map}
            className={`map ${scale}`}
            role="application"
            aria-label={`${count(shown.length)} 家工会，一格一家。用方向键逐个看，回车打开；也可以改看列表`}
            tabIndex={0}
            onKeyDown={walk}
          >
            {filled.map((part) => (
              <Part
                key={part.group.unionId ?? part.group.title}
                {...part}
                scale={scale}
                at={part.cells.some(({ id }) => id === at) ? at : undefined}
                point={point}
                open={go}
              />
            ))}
          </div>
          <p className="map-said" aria-live="polite">
            <Said cell={at ? byId.get(at) : undefined} />
          </p>
        </>
      )}
    </div>
  )
}

type PartProps = {
  group: Group
  cells: readonly Cell[]
  scale: Scale
  at: string | undefined
  point: (id: string | undefined) => void
  open: (id: string) => void
}

function Part({ group: { title, unionId }, cells, scale, at, point, open }: PartProps) {
  const late = cells.filter(({ standing }) => standing === 'late').length
  return (
    <div className="map-group">
      <p>
        {unionId ? (
          <Link to={'/picture' as '/'} search={{ union: unionId } as never} className="plain-link" tabIndex={-1}>
            {title}
          </Link>
        ) : (
          <span>{title}</span>
        )}
        <span className="faint">
          {count(cells.length)} 家{late > 0 && <span className="late"> · {count(late)} 过期</span>}
        </span>
      </p>
      <Squares cells={cells} scale={scale} at={at} point={point} open={open} />
    </div>
  )
}

function Said({ cell }: { cell: Cell | undefined }) {
  if (!cell) return <>指着或点一格，看是哪家工会、什么事、从哪天起、依据哪条；再点开就是它应办的事。格子越大，会员越多。</>
  const [late, soon, alarms] = cell.counts
  const more = [late > 0 && `${late} 件过期`, soon > 0 && `${soon} 件将到期`, alarms > 0 && `${alarms} 条预警`]
    .filter(Boolean)
    .join('，')
  return (
    <>
      <b>{cell.name}</b> · {count(cell.members)} 人 · {standingNames[cell.standing]}
      {more && `（${more}）`}
      {cell.worst && (
        <>
          <br />
          {cell.worst.what}，{dayInWords(cell.worst.since)}起{cell.worst.dueOn && `，应在 ${dayInWords(cell.worst.dueOn)}前办`}
          {cell.worst.cite && ` ${cell.worst.cite}`}
        </>
      )}
    </>
  )
}

type LegendProps = {
  cells: readonly Cell[]
  only: Standing | undefined
  show: (only: Standing | undefined) => void
  isTable: boolean
  setTable: (is: boolean) => void
}

/** The legend counts, and chooses. */
function Legend({ cells, only, show, isTable, setTable }: LegendProps) {
  const counts = useMemo(() => {
    const sums: Record<Standing, number> = { late: 0, due: 0, quiet: 0, onTime: 0 }
    for (const { standing } of cells) sums[standing]++
    return sums
  }, [cells])
  return (
    <div className="picture-head no-print">
      {order.map((standing) => (
        <button
          key={standing}
          type="button"
          className="pill"
          aria-pressed={only === standing}
          onClick={() => show(only === standing ? undefined : standing)}
        >
          <i className={`swatch ${standing}`} />
          {standingNames[standing]} <b className="num">{count(counts[standing])}</b> 家
        </button>
      ))}
      <button type="button" className="pill" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
        看列表
      </button>
    </div>
  )
}
