import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Ground } from '../contract/shapes.ts'
import { groundNames } from '../rules/names.ts'

/** 举报登记: violations reported to the authority, and its days to look into them with the union (D30). */
export function ReportsPage() {
  const { data } = useQuery(api.disclosure.reports.queryOptions({ input: { size: 100 } }))
  const mayManage = usePermission('democracy.manage')
  const close = useMutation(api.disclosure.closeReport.mutationOptions())
  const done = async (id: string) => {
    const result = await ask({ title: '登记调查结果', act: '登记', reasons: ['已会同工会调查，责令限期公开'] })
    if (result !== false) close.mutate({ id, investigatedOn: today(), result })
  }
  return (
    <Page line="公开方面的举报，主管部门会同工会限期调查。">
      <Section title="登记过的" note="新的在前">
        {data?.rows.length === 0 && (
          <EmptyState title="还没有登记">应当公开没有公开、公开不真实的，可以向主管部门反映，在这里留下记录。</EmptyState>
        )}
        <ul className="duties">
          {data?.rows.map((row) => (
            <li key={row.id} className="duty plain">
              <div>
                <p className="duty-title">
                  {groundNames[row.ground]}{' '}
                  {row.investigatedOn ? <Chip hue="green">已调查</Chip> : <Chip hue="amber">{row.dueOn} 前</Chip>}
                </p>
                <p className="muted">{`${row.unionName} · ${row.receivedOn} 报 ${row.authority} · ${row.facts}`}</p>
                {row.result && <p>{`${row.investigatedOn} 结果：${row.result}`}</p>}
              </div>
              {mayManage && !row.investigatedOn && <Button onClick={() => done(row.id)}>登记结果</Button>}
            </li>
          ))}
        </ul>
      </Section>
      {mayManage && <ReportForm />}
    </Page>
  )
}

function ReportForm() {
  const { post } = useMe()
  const [receivedOn, setDay] = useState<string | undefined>(today())
  const [round, setRound] = useState(0)
  const report = useMutation(api.disclosure.report.mutationOptions({ onSuccess: () => setRound(round + 1) }))
  if (!post) return null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { ground, authority = '', facts = '' } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    if (receivedOn) report.mutate({ unionId: post.unionId, itemId: null, ground: ground as Ground, authority, facts, receivedOn })
  }
  return (
    <Section title="登记一件">
      <form key={round} className="card-body padded" onSubmit={submit}>
        <div className="two">
          <label className="field">
            反映什么
            <select name="ground">
              {Object.entries(groundNames).map(([ground, title]) => (
                <option key={ground} value={ground}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            报给谁
            <input name="authority" required minLength={2} maxLength={80} />
          </label>
          <div className="field">
            <DayField label="收到日期" value={receivedOn} pick={setDay} max={today()} />
          </div>
        </div>
        <label className="field">
          事实
          <textarea name="facts" rows={3} required minLength={4} maxLength={1000} />
        </label>
        <div className="acts">
          <Button type="submit" kind="primary" busy={report.isPending}>
            登记
          </Button>
        </div>
      </form>
    </Section>
  )
}
