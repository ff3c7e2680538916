import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { StateSteps, type Step } from '#web/StateSteps'
import { momentInWords } from '#web/words'
import { unionKindNames, unitTypeNames } from '#rules/organisation/unions'
import type { Change } from '../contract.ts'
import { changeKindNames, dissolveGroundNames, stepNames } from '../rules/names.ts'
import { ChangeActs } from './ChangeActs.tsx'

/** One change: where it stands, before and after, what the law asks besides, and what can be done. */
export function ChangePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery(api.changes.get.queryOptions({ input: { id } }))
  if (error) return <Page line="没有找到这件变更">{<EmptyState title={inWords(error).title} />}</Page>
  if (!data) return <Page line="组织变更" />
  return (
    <Page line={sentence(data)} above={data.unionName} side={<Deciding change={data} />}>
      <StateSteps label="这件变更办到哪一步" steps={stepsOf(data)} />
      <Section title={changeKindNames[data.kind]} note={`自 ${data.effectiveOn} 起`}>
        <Comparison change={data} />
      </Section>
      <Section title="事由和文件" padded>
        <p>{data.grounds}</p>
        {data.papers.length === 0 && <p className="muted">没有列出文件。</p>}
        <ul>
          {data.papers.map(({ title, number, day }) => (
            <li key={title + number}>{[title, number, day].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      </Section>
      <Section title="办理经过">
        <ul className="duties">
          {data.steps.map(({ id: step, step: done, atUnionName, postTitle, note, at }) => (
            <li key={step} className="duty plain">
              <div>
                <p className="duty-title">{[stepNames[done], note].filter(Boolean).join('：')}</p>
                <p className="muted">{[momentInWords(at), atUnionName, postTitle].filter(Boolean).join(' · ')}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function sentence({ kind, state, waitsForName }: Change) {
  const title = changeKindNames[kind]
  if (state === 'filed') return waitsForName ? `${title}已报送，等${waitsForName}批复。` : `${title}已报送，等平台外的上级批文。`
  return {
    drafted: `${title}还是草稿。`,
    returned: `${title}被退回，请补正。`,
    approved: `${title}已批准。`,
    withdrawn: `${title}已撤回。`,
    undone: `${title}的批准已撤销。`,
  }[state]
}

function stepsOf({ state, filedAt, decidedAt, registerBy, registeredOn }: Change): Step[] {
  const stopped = state === 'returned' || state === 'withdrawn' || state === 'undone'
  const isDecided = state === 'approved' || state === 'undone'
  return [
    { title: '起草', state: state === 'drafted' ? 'now' : 'done' },
    { title: '报送', note: filedAt && momentInWords(filedAt), state: filedAt ? 'done' : 'later' },
    {
      title: '批复',
      note: decidedAt && momentInWords(decidedAt),
      state: stopped ? 'stopped' : isDecided ? 'done' : state === 'filed' ? 'now' : 'later',
    },
    ...(registerBy
      ? [
          {
            title: '法人登记',
            note: registeredOn ?? `${registerBy} 前`,
            state: registeredOn ? ('done' as const) : ('now' as const),
          },
        ]
      : []),
  ]
}

/** Before and after, line by line; what changes is marked. */
function Comparison({ change: { asked, was, goalName } }: { change: Change }) {
  const rows: [string, string | null, string | null][] = [
    ['名称', was.name, asked.kind === 'rename' ? asked.name : was.name],
    ['上级', was.parentName, asked.kind === 'move' ? goalName : was.parentName],
    ['组织类型', unionKindNames[was.kind], unionKindNames[asked.kind === 'kind' ? asked.unionKind : was.kind]],
    ['单位类型', unitTypeNames[was.unitType], unitTypeNames[asked.kind === 'kind' ? asked.unitType : was.unitType]],
  ]
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>项目</th>
          <th>变更前</th>
          <th>变更后</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, before, after]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>{before ?? '—'}</td>
            <td>{before === after ? <span className="faint">不变</span> : <b>{after}</b>}</td>
          </tr>
        ))}
        {asked.kind === 'chair' && <Line title="新主席当选日期" value={asked.electedOn} />}
        {asked.kind === 'merge' && <Line title="并入" value={goalName ?? ''} />}
        {asked.kind === 'dissolve' && <Line title="撤销依据" value={dissolveGroundNames[asked.ground]} />}
        {(asked.kind === 'merge' || asked.kind === 'dissolve') && (
          <>
            <Line title="经费和财产" value={asked.funds} />
            <Line title="审计或清理" value={asked.isAudited ? '已经完成' : '还没有'} />
          </>
        )}
      </tbody>
    </table>
  )
}

const Line = ({ title, value }: { title: string; value: string }) => (
  <tr>
    <th scope="row">{title}</th>
    <td />
    <td>
      <b>{value}</b>
    </td>
  </tr>
)

function Deciding({ change }: { change: Change }) {
  return (
    <>
      <Section title="办理" padded>
        <ChangeActs change={change} />
      </Section>
      {change.concerns.length > 0 && (
        <Section title="批复时要看的" padded>
          {change.concerns.map(({ says, cite }) => (
            <p key={says}>
              {says} <span className="cite">{cite}</span>
            </p>
          ))}
        </Section>
      )}
    </>
  )
}
