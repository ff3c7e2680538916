import { Link } from '@tanstack/react-router'
import { dayInWords, today } from '#web/words'
import { useMine } from './useMine.tsx'

/** On the phone's first screen: the visit that comes next, or is late. Nothing for who is no contact. */
export default function NextVisit() {
  const { data } = useMine()
  if (!data || data.value.points.length + data.value.problems.length === 0) return null
  const ahead = data.value.visits.filter(({ state }) => state === 'planned' || state === 'overdue' || state === 'drafted')
  const [next] = ahead
  return (
    <section className="card waiting">
      <h2>{next ? `${whenInWords(next.plannedOn)}走访${next.unionName}` : '我的联系点'}</h2>
      <p className="muted">
        {data.value.points.length} 个联系点，{ahead.length} 次走访待办。没有网络也能填。
      </p>
      <Link to="/visits" className="btn">
        打开我的走访
      </Link>
    </section>
  )
}

const whenInWords = (day: string) =>
  day < today() ? `原定 ${dayInWords(day)} ` : day === today() ? '今天' : `${dayInWords(day)} `
