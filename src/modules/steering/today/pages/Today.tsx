import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '#web/api'
import { useMe } from '#web/me'
import type { MenuEntry } from '#web/menu'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count, dayInWords, today, weekdayOf } from '#web/words'
import { mineOptions } from '#desk/steering/supervision'
import type { Counts } from '#contracts/steering/supervision'
import type { Cell } from '../contract.ts'
import { AlarmKinds } from './AlarmKinds.tsx'
import { Done } from './Done.tsx'
import { Coming, Owed } from './Owed.tsx'
import { Picture } from './Picture.tsx'
import { Waiting } from './Waiting.tsx'
import './today.css'

/** A picture of more unions than this needs the whole width. */
const WIDE = 260

type Props = {
  /** What each mechanism counts as waiting. */
  menu: readonly MenuEntry[]
  /** Panels that modules lend to the first screen, and to its right column. */
  children?: ReactNode
  side?: ReactNode
}

/** What I owe, what waits for me, what is coming, what was done; of a superior also the state of all his unions. */
export function Today({ menu, children, side }: Props) {
  const navigate = useNavigate()
  const duties = useQuery(mineOptions())
  const picture = useQuery(api.today.picture.queryOptions({ input: {} }))
  const cells = picture.data?.cells ?? []
  const isSuperior = cells.length > 1
  const isWide = cells.length > WIDE
  const map = isSuperior && picture.data && (
    <Section
      title={`${isWide ? '' : '我的 '}${count(cells.length)} 家工会`}
      note={
        <Link to={'/picture' as '/'} className="link">
          全景
        </Link>
      }
    >
      <Picture
        groups={picture.data.groups}
        cells={cells}
        isNarrow={!isWide}
        open={(id) => void navigate({ to: `/unions/${id}/duties` as '/' })}
      />
    </Section>
  )
  const main = (
    <>
      <Owed list={duties.data} isPending={duties.isPending} />
      {isSuperior && <Waiting menu={menu} />}
      {children}
      <Coming list={duties.data} />
      {isSuperior && <Done />}
    </>
  )
  const beside = isSuperior ? (
    <>
      {!isWide && map}
      <AlarmKinds />
      {side}
    </>
  ) : (
    <>
      <Waiting menu={menu} />
      {side}
      <Done />
    </>
  )
  const line = <Line counts={duties.data?.counts} cells={isSuperior ? cells : []} />
  if (!isWide)
    return (
      <Page line={line} side={beside}>
        {main}
      </Page>
    )
  return (
    <Page line={line}>
      {map}
      <div className="today-two">
        <div className="stack">{main}</div>
        <div className="stack">{beside}</div>
      </div>
    </Page>
  )
}

/** 11 月 23 日，星期一。有 2 件事已过期，5 件快到期；146 家工会中 6 家有事过期。 */
function Line({ counts, cells }: { counts: Counts | undefined; cells: readonly Cell[] }) {
  const { person, account } = useMe()
  const day = today()
  const late = counts ? counts.overdue + counts.escalated : 0
  const soon = counts?.warned ?? 0
  const lateUnions = cells.filter(({ standing }) => standing === 'late').length
  const parts: ReactNode[] = []
  if (late > 0)
    parts.push(
      <span key="late">
        有 <em>{count(late)}</em> 件事已过期
      </span>,
    )
  if (soon > 0) parts.push(`${late > 0 ? '' : '有 '}${count(soon)} 件快到期`)
  if (cells.length > 1)
    parts.push(
      <span key="unions">
        {count(cells.length)} 家工会中 <em>{count(lateUnions)}</em> 家有事过期
      </span>,
    )
  return (
    <>
      {dayInWords(day)}，{weekdayOf(day)}。
      {parts.length === 0
        ? counts
          ? '没有过期的事，也没有快到期的。'
          : `${person?.name ?? account.name}，您好。`
        : parts.map((part, at) => (
            <span key={at}>
              {at > 0 && '，'}
              {part}
            </span>
          ))}
      {parts.length > 0 && '。'}
    </>
  )
}
