import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { momentInWords } from '#web/words'
import type { Photo, Theme, Visit } from '../contract.ts'
import { grades, headings, problemStateNames, type Role, roles, visitStateNames } from '../contract/words.ts'
import { Companions } from './Companions.tsx'
import { problemHues, visitHues } from './hues.ts'
import { ProblemActs } from './ProblemActs.tsx'
import { History, Rate, Sealed } from './VisitSides.tsx'

const route = getRouteApi('/contacts/visits/$id')

/** One visit as the desk reads and prints it. */
export function VisitPage() {
  const { id } = route.useParams() as { id: string }
  const { data: visit, error } = useQuery(api.visits.get.queryOptions({ input: { id } }))
  const mayArrange = usePermission('posts.manage')
  const { data: catalogue } = useQuery(api.visits.themes.queryOptions())
  if (!visit) return error ? <Page line={inWords(error).title} /> : <Bones />
  return (
    <Page
      line={`${[visit.leadName, ...visit.companions].join('、')}走访${visit.unionName}。`}
      above={<Link to={'/contacts/visits' as '/'}>走访记录 · {visit.fromUnionName}</Link>}
      acts={
        <>
          {mayArrange && <Companions visit={visit} />}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <Section title="记录" note={<Chip hue={visitHues[visit.state]}>{visitStateNames[visit.state]}</Chip>} padded>
        <Record visit={visit} themes={catalogue?.themes ?? []} />
        {visit.conflicts > 0 && <p className="late">有 {visit.conflicts} 处两边填的不一样，等走访人选定。</p>}
        {visit.hasSealed && <Sealed id={id} />}
      </Section>
      {visit.photos.length > 0 && (
        <Section title="照片" padded>
          <div className="acts">
            {visit.photos.map((photo) => (
              <Picture key={photo.id} photo={photo} />
            ))}
          </div>
        </Section>
      )}
      <Problems visit={visit} />
      <Section title="基层评价" padded>
        {visit.rating ? (
          <p>
            <Chip hue={visit.rating.grade === 'formal' ? 'red' : 'green'}>{grades[visit.rating.grade]}</Chip>{' '}
            {visit.rating.reason}{' '}
            <span className="faint">
              {visit.rating.byName}，{momentInWords(visit.rating.at)}
            </span>
          </p>
        ) : (
          <Rate visit={visit} />
        )}
      </Section>
      <History id={id} />
    </Page>
  )
}

function Record({ visit, themes }: { visit: Visit; themes: readonly Theme[] }) {
  const { record, plannedOn, droppedWhy } = visit
  const met = Object.entries(record.met ?? {}).map(([role, count]) => `${roles[role as Role]} ${count} 人`)
  const spoken = (record.themes ?? [])
    .map((key) => themes.find((theme) => theme.key === key))
    .filter((theme) => theme !== undefined)
  const facts: [string, string | null | undefined][] = [
    ['计划日期', plannedOn],
    ['走访日期', record.visitedOn],
    ['地点', record.place],
    ['见了谁', met.join('，')],
    ['谈了什么', spoken.map(({ title, heading }) => `${title}（${headings[heading]}）`).join('、')],
    ['看到听到的', record.found],
    ['当场办了什么', record.helped],
    ['取消的理由', droppedWhy],
  ]
  const known = facts.filter(([, value]) => value)
  if (known.length < 2 && visit.state !== 'dropped')
    return <EmptyState title="记录还没有交">走访人交了以后，这里能看到。</EmptyState>
  return (
    <dl className="facts">
      {known.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Picture({ photo }: { photo: Photo }) {
  const { data } = useQuery(api.visits.photo.queryOptions({ input: { id: photo.id } }))
  return data ? (
    <img src={`data:${data.type};base64,${data.body}`} alt={photo.caption ?? '走访照片'} height={180} />
  ) : (
    <span className="bone short" />
  )
}

const Problems = ({ visit }: { visit: Visit }) => (
  <Section title="带回来的问题" note={`${visit.problemsTaken.length} 件`}>
    {visit.problemsTaken.length === 0 && <EmptyState title="这次没有带回问题" />}
    <ul className="duties">
      {visit.problemsTaken.map((problem) => (
        <li key={problem.id} className="duty plain">
          <div>
            <p className="duty-title">
              {problem.matter} <Chip hue={problemHues[problem.state]}>{problemStateNames[problem.state]}</Chip>
            </p>
            <p className="muted">
              {problem.raisedBy}提出，{problem.ownerName}承办，{problem.dueOn} 前{problem.result && `；结果：${problem.result}`}
              {problem.feedback && `；反馈：${problem.feedback}`}
            </p>
          </div>
          <ProblemActs problem={problem} />
        </li>
      ))}
    </ul>
  </Section>
)
