import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { count } from '#web/words'
import type { Figures } from '../contract.ts'
import './information.css'

type Counts = Pick<Figures, 'to' | 'opened' | 'inDay' | 'replied'>
const percent = (part: number, whole: number) => (whole ? `${Math.round((part / whole) * 100)}%` : '')

/** 签收统计: how much of what was sent was opened within a day, and answered. */
export function FiguresPage() {
  const { post } = useMe()
  const found = useQuery({ ...api.information.figures.queryOptions({ input: {} }), throwOnError: true }).data
  if (!found) return <Bones />
  const { sent, to, inDay, months, below } = found
  return (
    <Page
      above={`${post?.unionName} · 最近六个月发出的`}
      line={sent ? `发出 ${count(sent)} 件，24 小时内签收 ${percent(inDay, to)}。` : '最近六个月没有发过工作信息。'}
      acts={<Button onClick={() => print()}>打印</Button>}
      side={<Setting />}
    >
      <Section title="按月">
        {months.length === 0 && <EmptyState title="还没有发过">发布以后，这里按月显示签收和回复。</EmptyState>}
        {months.length > 0 && (
          <Table first="月份" rows={months.map((row) => ({ ...row, name: row.month, extra: `${row.sent} 件` }))} />
        )}
      </Section>
      {below.length > 0 && (
        <Section title="按直接下级" note="连同它们的下级，签收慢的在前">
          <Table first="工会" rows={below.map((row) => ({ ...row, name: row.unionName, extra: '' }))} />
        </Section>
      )}
    </Page>
  )
}

const Table = ({ first, rows }: { first: string; rows: (Counts & { name: string; extra: string })[] }) => (
  <div className="scroll-x">
    <table className="information-figures">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">发给</th>
          <th scope="col">24 小时内签收</th>
          <th scope="col">至今签收</th>
          <th scope="col">回复</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, extra, to, inDay, opened, replied }) => (
          <tr key={name}>
            <td>
              {name} <span className="faint small">{extra}</span>
            </td>
            <td>{count(to)} 个（次）</td>
            <td>{percent(inDay, to)}</td>
            <td>{percent(opened, to)}</td>
            <td>{count(replied)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

function Setting() {
  const setting = useQuery(api.information.setting.queryOptions()).data
  const set = useMutation(api.information.set.mutationOptions())
  const mayApprove = usePermission('unions.approve')
  if (!setting) return null
  const { needsApproval, reason } = setting
  const turn = async () => {
    const why = await ask({
      title: needsApproval ? '以后发布不用审签？' : '以后发布前都要审签？',
      body: '对本工会以后发布和更正的工作信息有效。',
      act: needsApproval ? '改为直接发布' : '改为先审签',
      reasons: needsApproval ? ['人手少，主席自己发'] : ['对外发文两人把关'],
    })
    if (why) set.mutate({ needsApproval: !needsApproval, reason: why })
  }
  return (
    <Section title="发布前审签" padded>
      <p>
        {needsApproval ? '要另一个有批复权的人审签，起草人不能自己审。' : '写好就发布，不用审签。'}
        {reason && <span className="faint small"> 理由：{reason}</span>}
      </p>
      {mayApprove && (
        <p className="acts">
          <Button busy={set.isPending} onClick={turn}>
            {needsApproval ? '改为直接发布' : '改为先审签'}
          </Button>
        </p>
      )}
    </Section>
  )
}
