import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { firstOf, refuse } from '#law/verdict'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps } from '#web/StateSteps'
import { daysBetween, today } from '#web/words'
import type { Detail } from '../contract.ts'
import { electorateNames, kindNames, mayImprove, stateNames } from '../rules.ts'
import { ResultTable } from './ResultTable.tsx'

const chain = ['评议', '计票', '报告职代会', '公布'] as const

/** One appraisal: its chain, its result, what follows from it. */
export function AppraisalPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.appraisals.get.queryOptions({ input: { id } }))
  const mayManage = usePermission('democracy.manage') && data.isOwn
  const days = [data.openedOn, data.countedOn, data.reportedOn, data.publishedOn]
  const now = days.findIndex((day) => !day)
  return (
    <Page
      above={`${data.unionName} · 评议${kindNames[data.kind]} · ${electorateNames[data.electorate]}评`}
      line={data.title}
      acts={mayManage && <Next data={data} />}
    >
      <Section title={stateNames[data.state]} padded>
        <StateSteps
          label="评议的步骤"
          steps={chain.map((title, at) => ({
            ...{ title, note: days[at] ?? undefined },
            state: data.state === 'withheld' && at > 1 ? 'stopped' : days[at] ? 'done' : at === now ? 'now' : 'later',
          }))}
        />
        <p className="muted">
          评议对象：{data.subjects.join('、')}；内容：{data.items.join('、')}。
        </p>
        {data.state === 'open' && (
          <p>
            应评 {data.electors} 人，{data.cast === null ? '交回人数计票后显示' : `已交回 ${data.cast} 份`}，{data.closesOn}{' '}
            截止。
          </p>
        )}
        {data.state === 'withheld' && <p>交回不满 5 份，看得出是谁评的，结果不显示也不公布。可以另行组织评议。</p>}
        {data.reportedAtMeeting && <p className="muted">已在{data.reportedAtMeeting}报告。</p>}
      </Section>
      {data.state === 'made' && mayManage && <OpenForm data={data} />}
      {data.result && (
        <Section title="结果" note={`应评 ${data.result.electors} 人，交回 ${data.result.returned} 份`} padded>
          <ResultTable result={data.result} />
        </Section>
      )}
      {data.result && <Improvements data={data} mayManage={mayManage} />}
    </Page>
  )
}

function OpenForm({ data }: { data: Detail }) {
  const [closesOn, setCloses] = useState<string>()
  const open = useMutation(api.appraisals.open.mutationOptions())
  return (
    <Section title="开始评议" padded>
      <p className="muted">开始后名册冻结，对象和内容不能再改；名册上的人会收到通知。</p>
      <div className="field">
        <DayField label="截止日" value={closesOn} min={today()} pick={setCloses} />
      </div>
      <RuledButton
        kind="primary"
        verdict={closesOn ? null : refuse('closes', '请写截止日')}
        busy={open.isPending}
        onClick={() => open.mutate({ id: data.id, closesOn: closesOn! })}
      >
        开始评议
      </RuledButton>
    </Section>
  )
}

function Next({ data: { id, state } }: { data: Detail }) {
  const close = useMutation(api.appraisals.close.mutationOptions())
  const report = useMutation(api.appraisals.report.mutationOptions())
  const publish = useMutation(api.appraisals.publish.mutationOptions())
  const end = async () => {
    const sure = await ask({ title: '截止并计票？', body: '截止后不能再开，没有交的不能补交。', act: '截止并计票' })
    if (sure !== false) close.mutate({ id })
  }
  const tell = async () => {
    const reportedAtMeeting = await ask({
      title: '在哪次会议上报告的？',
      act: '记下报告',
      reasons: ['职工代表大会', '职工代表大会联席会议'],
    })
    if (reportedAtMeeting !== false) report.mutate({ id, reportedAtMeeting })
  }
  const show = async () => {
    const sure = await ask({
      title: '向全体职工公布结果？',
      body: '公布后不能收回；选票箱同时公布，谁都可以重新计票。',
      act: '公布',
    })
    if (sure !== false) publish.mutate({ id })
  }
  if (state === 'open') return <Button onClick={end}>截止并计票</Button>
  if (state === 'counted')
    return (
      <Button kind="primary" onClick={tell}>
        已报告职代会
      </Button>
    )
  return state === 'reported' ? (
    <Button kind="primary" onClick={show}>
      公布结果
    </Button>
  ) : null
}

function Improvements({ data, mayManage }: { data: Detail; mayManage: boolean }) {
  const finish = useMutation(api.appraisals.finish.mutationOptions())
  const end = async (id: string, title: string) => {
    const evidence = await ask({ title: `“${title}”改进完成的依据？`, act: '改进完成', reasons: ['有记录可查'] })
    if (evidence !== false) finish.mutate({ id, evidence })
  }
  return (
    <Section title="改进事项" note={`完成 ${data.improved} / ${data.improvements}`}>
      {data.improvementList.length === 0 && <EmptyState title="还没有列改进事项" />}
      <ul className="duties">
        {data.improvementList.map(({ id, subject, title, owner, dueOn, doneOn, evidence }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">
                {title} {doneOn ? <Chip hue="green">完成</Chip> : daysBetween(dueOn, today()) > 0 && <Chip hue="red">逾期</Chip>}
              </p>
              <p className="muted">
                {subject}；{owner}负责，{dueOn} 前{doneOn && `；${doneOn} ${evidence}`}
              </p>
            </div>
            {mayManage && !doneOn && <Button onClick={() => end(id, title)}>改进完成</Button>}
          </li>
        ))}
      </ul>
      {mayManage && <ImproveForm data={data} />}
    </Section>
  )
}

function ImproveForm({ data }: { data: Detail }) {
  const [subject, setSubject] = useState(data.subjects[0]!)
  const [title, setTitle] = useState('')
  const [owner, setOwner] = useState('')
  const [dueOn, setDue] = useState<string>()
  const improve = useMutation(api.appraisals.improve.mutationOptions())
  const facts = { ...data, ballotId: data.openedOn, isWithheld: data.state === 'withheld' }
  const verdict = firstOf(
    mayImprove(facts),
    title.trim().length < 4 ? refuse('title', '请写要改进什么，至少 4 个字') : null,
    owner.trim().length < 2 ? refuse('owner', '请写由谁负责') : null,
    dueOn ? null : refuse('due', '请写期限'),
  )
  const send = () => improve.mutate({ id: data.id, subject, title, owner, dueOn: dueOn! }, { onSuccess: () => setTitle('') })
  return (
    <div className="card-body padded no-print">
      <label className="field">
        对象
        <select value={subject} onChange={({ target }) => setSubject(target.value)}>
          {data.subjects.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        要改进什么
        <input value={title} maxLength={120} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label className="field">
        由谁负责
        <input value={owner} maxLength={60} onChange={({ target }) => setOwner(target.value)} />
      </label>
      <div className="field">
        <DayField label="期限" value={dueOn} min={today()} pick={setDue} />
      </div>
      <RuledButton verdict={verdict} busy={improve.isPending} onClick={send}>
        列入改进
      </RuledButton>
    </div>
  )
}
