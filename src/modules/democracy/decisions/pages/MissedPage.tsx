import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Missed } from '../contract.ts'
import { citeFor, kindFacts, sideNames, skipWarning, stageWords } from '../rules.ts'
import './decisions.css'

/** Decisions taken without the union, stage by stage (DEC-06). */
export function MissedPage() {
  const mayExplain = usePermission('democracy.manage')
  const explain = useMutation(api.decisions.explain.mutationOptions())
  const say = async ({ id, title }: Missed) => {
    const explanation = await ask({
      title: `工会为什么没有参加“${title}”？`,
      body: '说明会留在名单上，上级工会看得到。',
      act: '记下说明',
      reasons: ['事前没有接到通知，已书面要求补充程序', '事后已向行政方提出意见'],
    })
    if (explanation !== false) explain.mutate({ id, explanation })
  }
  const columns: Column<Missed>[] = [
    {
      key: 'title',
      title: '事项',
      always: true,
      render: ({ matterId, title }) => (
        <Link to={`/decisions/${matterId}` as '/'} className="link">
          {title}
        </Link>
      ),
    },
    { key: 'unionName', title: '工会' },
    {
      key: 'stage',
      title: '略过的环节',
      render: ({ stage, kind, skippedOn }) => (
        <span className="chips">
          <Chip hue="red">{stageWords[stage]}</Chip>
          {skipWarning(kind, stage, skippedOn) && <span className="faint">{citeFor(kind, skippedOn)}</span>}
        </span>
      ),
    },
    {
      key: 'reason',
      title: '理由',
      render: ({ side, reason }) => (
        <div className="decisions-cell">
          {sideNames[side]}：{reason}
        </div>
      ),
    },
    { key: 'skippedOn', title: '日期' },
    {
      key: 'explanation',
      title: '主席说明',
      render: (row) =>
        row.explanation ? (
          <div className="decisions-cell">{row.explanation}</div>
        ) : mayExplain ? (
          <Button onClick={() => say(row)}>说明</Button>
        ) : (
          <Chip hue="red">还没说明</Chip>
        ),
    },
  ]
  return (
    <Page above="重大决策" line="没有工会参加的决策">
      <Section title="名单" note="略过的环节不会从名单上去掉">
        <DataTable<Missed>
          name="decisions-missed"
          unit="次"
          rowKey={({ id }) => id}
          query={({ page, size }) => api.decisions.missed.queryOptions({ input: { page, size } })}
          empty={<EmptyState title="没有一次略过工会">四个环节都走到，名单就一直是空的。</EmptyState>}
          columns={columns}
        />
      </Section>
    </Page>
  )
}
