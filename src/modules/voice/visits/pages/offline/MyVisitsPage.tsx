import { Link } from '@tanstack/react-router'
import { randomId } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { dayInWords, momentInWords, today } from '#web/words'
import type { Mine, Point, VisitState } from '../../contract.ts'
import { problemStateNames, visitStateNames } from '../../contract/words.ts'
import { problemHues, visitHues } from '../hues.ts'
import { type Local, useLocal, useMine } from './useMine.tsx'

/** 我的走访: contact points, what is planned, what was taken up. All of it also without a network. */
export function MyVisitsPage() {
  const { data, error } = useMine()
  const local = useLocal()
  if (!data) return error ? <Page line={inWords(error).title} /> : <Bones />
  const { value, at, isCopy } = data
  const open = value.visits.filter(({ state }) => state !== 'submitted' && state !== 'dropped')
  const begun = local.filter(({ id, begins }) => begins && !value.visits.some((visit) => visit.id === id))
  return (
    <Page line={lineOf(value, open.length + begun.length)} above="我的走访">
      {isCopy && <p className="warn">没有网络，看到的是 {momentInWords(new Date(at))} 的内容。照常填，有网就送出。</p>}
      <Section title="联系点" note={`${value.points.length} 家`}>
        {value.points.length === 0 && <EmptyState title="还没有给您定联系点">由上级工会办公室定，定了会出现在这里。</EmptyState>}
        {value.points.map((point) => (
          <PointRow key={point.id} point={point} />
        ))}
      </Section>
      <Section title="要走访的" note={`${open.length + begun.length} 次`}>
        {open.length + begun.length === 0 && <EmptyState title="眼下没有待办的走访">到了联系点，随时可以记一次。</EmptyState>}
        {begun.map((visit) => (
          <BegunRow key={visit.id} visit={visit} points={value.points} />
        ))}
        {open.map((visit) => (
          <VisitLink key={visit.id} id={visit.id} title={visit.unionName} state={visit.state}>
            {dayInWords(visit.plannedOn)}
            {visit.companions.length > 0 && `，与${visit.companions.join('、')}`}
            {visit.conflicts > 0 && <Chip hue="amber">{visit.conflicts} 处要选定</Chip>}
            {local.some(({ id }) => id === visit.id) && <Chip hue="amber">有没送出的</Chip>}
          </VisitLink>
        ))}
      </Section>
      <Problems mine={value} />
      <Done mine={value} />
    </Page>
  )
}

function lineOf({ points, plans }: Mine, open: number) {
  const plan = plans.find(({ fromOn, untilOn }) => fromOn <= today() && today() <= untilOn)
  const asked = plan ? `，${plan.title}要求每个点走访 ${plan.visitsEach} 次` : ''
  return open ? `${open} 次走访待办${asked}。` : `${points.length} 个联系点${asked}。`
}

const PointRow = ({ point }: { point: Point }) => (
  <div className="duty plain">
    <div>
      <p className="duty-title">{point.unionName}</p>
      <p className="muted small">
        {point.lastVisit ? `上次 ${dayInWords(point.lastVisit)}，共 ${point.visits} 次` : '还没有走访过'}
      </p>
    </div>
    {point.state === 'current' && <NewVisit point={point} />}
  </div>
)

/** A visit begun here and now gets its id on the phone, so that it is one visit however often it is sent. */
const NewVisit = ({ point }: { point: Point }) => (
  <Link to="/visits/$id" params={{ id: randomId() }} search={{ point: point.id }} className="btn">
    记走访
  </Link>
)

const BegunRow = ({ visit, points }: { visit: Local; points: Point[] }) => (
  <VisitLink
    id={visit.id}
    title={points.find(({ id }) => id === visit.begins?.pointId)?.unionName ?? '走访'}
    state="drafted"
    point={visit.begins?.pointId}
  >
    <Chip hue="amber">{visit.isSaved ? '等有网就送' : '还没存下'}</Chip>
  </VisitLink>
)

type RowProps = { id: string; title: string; state: VisitState; point?: string | undefined; children?: React.ReactNode }
const VisitLink = ({ id, title, state, point, children }: RowProps) => (
  <Link to="/visits/$id" params={{ id }} search={point ? { point } : {}} className="duty plain">
    <div>
      <p className="duty-title">{title}</p>
      <p className="muted small chips">{children}</p>
    </div>
    <Chip hue={visitHues[state]}>{visitStateNames[state]}</Chip>
  </Link>
)

function Problems({ mine }: { mine: Mine }) {
  const open = mine.problems.filter(({ state }) => state !== 'confirmed')
  if (open.length === 0) return null
  return (
    <Section title="带回来的问题" note={`${open.length} 件`}>
      {open.map((problem) => (
        <Link key={problem.id} to="/visits/problem/$id" params={{ id: problem.id }} className="duty plain">
          <div>
            <p className="duty-title">{problem.matter}</p>
            <p className="muted small">
              {problem.unionName}，{problem.ownerName}承办，{dayInWords(problem.dueOn)}前
            </p>
          </div>
          <Chip hue={problemHues[problem.state]}>{problemStateNames[problem.state]}</Chip>
        </Link>
      ))}
    </Section>
  )
}

function Done({ mine }: { mine: Mine }) {
  const done = mine.visits.filter(({ state }) => state === 'submitted').reverse()
  if (done.length === 0) return null
  return (
    <Section title="已交的" note="近一年">
      {done.slice(0, 20).map((visit) => (
        <VisitLink key={visit.id} id={visit.id} title={visit.unionName} state={visit.state}>
          {visit.visitedOn && dayInWords(visit.visitedOn)}
          {visit.rating && <Chip hue="green">基层有评价</Chip>}
        </VisitLink>
      ))}
    </Section>
  )
}
