import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dayInWords, momentInWords, today } from '#web/words'
import type { Change, Whole, Wording } from '../contract.ts'
import { areas, sayFigure, scopeName } from '../rules.ts'
import { Binding } from './chips.tsx'
import { Dependants } from './Dependants.tsx'
import { RuleForm } from './RuleForm.tsx'
import './rulebook.css'

/** One rule: what it says here today, all its wordings, what depends on it, and who ruled on it. */
export function StatutePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery(api.rulebook.get.queryOptions({ input: { id } }))
  const mayManage = usePermission('system.manage')
  const [isChanging, setChanging] = useState(false)
  if (error) return <Page line="没有这条规则">{<EmptyState title={inWords(error).title} />}</Page>
  if (!data) return <Page line="规则" />
  return (
    <Page
      line={data.here.says}
      above={
        <>
          <Link to={'/rulebook' as '/'} className="link">
            法规库
          </Link>{' '}
          · {areas[data.area]} · <span className="num">{id}</span>
        </>
      }
      acts={
        mayManage && !isChanging ? (
          <RuledButton verdict={data.fixed} onClick={() => setChanging(true)}>
            改数值
          </RuledButton>
        ) : null
      }
      side={<Dependants whole={data} />}
    >
      <Here whole={data} />
      {isChanging && <RuleForm whole={data} done={() => setChanging(false)} />}
      {data.changes.length > 0 && <Changes changes={data.changes} />}
      {data.regional.length > 0 && (
        <Section title="各地规定" note={`${data.regional.length} 种`}>
          <Wordings rows={data.regional} />
        </Section>
      )}
      <Section title="全国" note={data.national.length > 1 ? '新的在前' : undefined}>
        <Wordings rows={data.national} />
      </Section>
    </Page>
  )
}

function Here({ whole: { here, law } }: { whole: Whole }) {
  const isDefault = here.cite.startsWith('平台默认值')
  return (
    <Section title="在本地区执行" padded>
      <p className="statute-figure">{typeof here.value === 'boolean' ? '照条文执行' : sayFigure(here)}</p>
      <Bands value={here.value} />
      <p className="muted">
        <Binding {...here} /> {here.cite} · {dayInWords(here.from)}起{here.to && `，至 ${dayInWords(here.to)}`}
      </p>
      {here.by && (
        <p className="muted">
          没有自行规定时：{sayFigure(law)}（{law.cite}）
        </p>
      )}
      {!here.verified && (
        <p className="warn">
          {isDefault ? '法律没有定数值，这是平台的默认值' : '条文还没有人核对过'}，只作提醒，不会据此禁止办事。
        </p>
      )}
    </Section>
  )
}

function Bands({ value }: { value: Wording['value'] }) {
  if (!Array.isArray(value) || typeof value[0] !== 'object') return null
  return (
    <table className="bands">
      <thead>
        <tr>
          <th>人数</th>
          <th>名额</th>
        </tr>
      </thead>
      <tbody>
        {(value as { from: number; to: number | null; least: number; most: number }[]).map(({ from, to, least, most }) => (
          <tr key={from}>
            <td>{to === null ? `${from} 人以上` : `${from}—${to} 人`}</td>
            <td>
              {least}—{most}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Wordings = ({ rows }: { rows: readonly Wording[] }) => (
  <ul className="plain">
    {rows.map((row) => (
      <li key={`${row.scope} ${row.from} ${row.cite}`} className="wording">
        <b className="wording-place">{scopeName(row.scope)}</b>
        <div>
          <p>
            {row.says} {!row.isInForce && <Chip>{row.to && row.to < today() ? '已失效' : '未施行'}</Chip>}
          </p>
          <p className="muted">
            {row.cite} · {row.from} 起{row.to && ` 至 ${row.to}`} <Binding {...row} />
          </p>
        </div>
      </li>
    ))}
  </ul>
)

function Changes({ changes }: { changes: readonly Change[] }) {
  const { post } = useMe()
  const mayManage = usePermission('system.manage')
  const withdraw = useMutation(
    api.rulebook.withdraw.mutationOptions({ onSuccess: () => notify({ title: '已撤回，这项规定不会施行', tone: 'good' }) }),
  )
  async function takeBack({ id, unionName, fromOn }: Change) {
    const reason = await ask({
      title: `撤回${unionName} ${fromOn} 起的规定？`,
      body: '还没有施行的规定撤回后不再生效，记录保留。',
      act: '撤回规定',
      reasons: ['会议没有通过', '数值有误'],
    })
    if (reason) withdraw.mutate({ id, reason })
  }
  return (
    <Section title="自行规定的沿革" note={`${changes.length} 次，新的在前`}>
      <ul className="plain">
        {changes.map((change) => (
          <li key={change.id} className="wording">
            <b className="wording-place">{change.value === null ? '取消' : sayFigure(change)}</b>
            <div>
              <p>
                {change.unionName} · {dayInWords(change.fromOn)}起{' '}
                {change.withdrawn ? <Chip>已撤回</Chip> : change.fromOn > today() && <Chip hue="amber">还未施行</Chip>}
              </p>
              <p className="muted">
                {change.reason} · 涉及 {change.impact.unions} 家工会，改期 {change.impact.moved} 项 ·{' '}
                {momentInWords(change.setAt)} {change.byPost}
              </p>
              {change.withdrawn && <p className="muted">撤回：{change.withdrawn.reason}</p>}
            </div>
            {mayManage && change.unionId === post?.unionId && change.fromOn > today() && !change.withdrawn && (
              <Button kind="link" onClick={() => takeBack(change)}>
                撤回
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
