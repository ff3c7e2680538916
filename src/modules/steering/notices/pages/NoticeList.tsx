import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { Button } from '#web/RuledButton'
import type { View } from '#web/useView'
import { count, dueInWords, momentInWords } from '#web/words'
import type { Listing, Notice } from '../contract.ts'
import { useOpenNotice } from './open.ts'

type Props = { rows: Notice[]; total: number; state: Listing['state']; view: View; turn: (page: number) => void }

/** Notices in a row, a press opens the thing itself. */
export function NoticeList({ rows, total, state, view: { page, size, find }, turn }: Props) {
  const pages = Math.ceil(total / size)
  if (total === 0)
    return (
      <EmptyState title={find ? '没有符合的提醒' : state === 'open' ? '没有要您办的事' : '这里还没有提醒'}>
        {find ? '换个写法再找。' : '有要办的事会出现在这里，也可以按您选的方式发给您。'}
      </EmptyState>
    )
  return (
    <>
      <ul className="duties">
        {rows.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      <p className="card-foot faint notice-pages" aria-live="polite">
        共 {count(total)} 条{pages > 1 && `，第 ${page}/${pages} 页`}
        {page > 1 && <Button onClick={() => turn(page - 1)}>上一页</Button>}
        {page < pages && <Button onClick={() => turn(page + 1)}>下一页</Button>}
      </p>
    </>
  )
}

function NoticeRow({ notice }: { notice: Notice }) {
  const open = useOpenNotice()
  const { title, text, kindTitle, isUrgent, isRead, isDone, cite, until, at } = notice
  return (
    <li className={isRead || isDone ? 'duty notice' : 'duty notice unread'}>
      <Due until={until} isDone={isDone} />
      <div>
        <p className="duty-title">
          {title} {isDone ? <Chip hue="green">已办</Chip> : isUrgent && <Chip hue="red">{cite ? '法定期限' : '急'}</Chip>}
          {!isRead && !isDone && <span className="only-read">，没看过</span>}
        </p>
        {text && <p className="muted">{text}</p>}
        <p className="faint small">
          {kindTitle} · {momentInWords(at)} {cite && <Cite article={cite} />}
        </p>
      </div>
      <Button aria-label={`去办理：${title}`} onClick={() => open(notice)}>
        {isDone ? '看一看' : '去办理'}
      </Button>
    </li>
  )
}

function Due({ until, isDone }: { until: Date | null; isDone: boolean }) {
  if (!until) return <p className="day faint">{isDone ? '' : '不限期'}</p>
  const { first, second, isLate } = dueInWords(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(until))
  return (
    <p className={isLate && !isDone ? 'day late' : 'day'}>
      <b>{first}</b> {second}
    </p>
  )
}
