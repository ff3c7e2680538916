import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { daysBetween, momentInWords, today } from '#web/words'
import { refuse } from '#law/verdict'
import type { Detail } from '../contract.ts'
import { decisionNames, foundNames, type Purpose, purposeNames, purposes } from '../rules/names.ts'

/** One activist: why, his tasks, his deeds, what he was proposed for. */
export function ActivistPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.activists.get.queryOptions({ input: { id } }))
  const mayManage = usePermission('members.manage') && !data.endedOn
  const end = useMutation(api.activists.end.mutationOptions())
  const leaving = async () => {
    const why = await ask({ title: `${data.personName}不再是积极分子？`, act: '退出', reasons: ['工作调动', '本人意愿'] })
    if (why !== false) end.mutate({ id, why })
  }
  return (
    <Page
      above={`${data.unionName} · ${foundNames[data.foundHow]}`}
      line={data.promotedOn ? `${data.personName}，${data.promotedOn} 起任工会干部。` : `积极分子${data.personName}`}
      acts={mayManage && <Button onClick={leaving}>退出</Button>}
    >
      <Section title="为什么是他" note={`${data.foundOn} 登记`} padded>
        <p>{data.reason}</p>
        {data.nominations.map((each) => (
          <p key={each.id} className="muted">
            职工推荐（{momentInWords(each.at)}）：{each.reason}
          </p>
        ))}
        {data.endedOn && (
          <p>
            {data.endedOn} 退出：{data.endedWhy}
          </p>
        )}
        {data.promotedOn && (
          <Link to={`/cadres/${data.memberId}` as '/'} className="link">
            看干部档案
          </Link>
        )}
      </Section>
      <Tasks data={data} mayManage={mayManage} />
      <Deeds data={data} mayManage={mayManage} />
      <Proposals data={data} mayManage={mayManage} />
    </Page>
  )
}

type Part = { data: Detail; mayManage: boolean }

function Tasks({ data, mayManage }: Part) {
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<string>()
  const give = useMutation(api.activists.giveTask.mutationOptions())
  const finish = useMutation(api.activists.finishTask.mutationOptions())
  const done = async (id: string, what: string) => {
    const outcome = await ask({ title: `“${what}”完成了？`, act: '完成', reasons: ['已经完成，情况良好'] })
    if (outcome !== false) finish.mutate({ id, doneOn: today(), outcome })
  }
  return (
    <Section title="任务" note={`完成 ${data.tasksDone} / ${data.tasks}`}>
      {data.taskList.length === 0 && <EmptyState title="还没有任务" />}
      <ul className="duties">
        {data.taskList.map(({ id, title: what, givenOn, dueOn: due, doneOn, outcome }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">
                {what}{' '}
                {doneOn ? <Chip hue="green">完成</Chip> : due && daysBetween(due, today()) > 0 && <Chip hue="red">逾期</Chip>}
              </p>
              <p className="muted">
                {givenOn} 交办{due && `，${due} 前`}
                {doneOn && `；${doneOn} ${outcome}`}
              </p>
            </div>
            {mayManage && !doneOn && <Button onClick={() => done(id, what)}>完成</Button>}
          </li>
        ))}
      </ul>
      {mayManage && (
        <div className="card-body padded no-print">
          <label className="field">
            交办一件事
            <input value={title} maxLength={80} onChange={({ target }) => setTitle(target.value)} />
          </label>
          <div className="field">
            <DayField label="期限（可以不写）" value={dueOn} min={today()} pick={setDueOn} />
          </div>
          <div className="acts">
            <RuledButton
              verdict={title.trim().length < 2 ? refuse('title', '请写要办的事') : null}
              busy={give.isPending}
              onClick={() => give.mutate({ id: data.id, title, dueOn: dueOn ?? null }, { onSuccess: () => setTitle('') })}
            >
              交办
            </RuledButton>
          </div>
        </div>
      )}
    </Section>
  )
}

function Deeds({ data, mayManage }: Part) {
  const [deed, setDeed] = useState('')
  const [onDay, setDay] = useState<string | undefined>(today())
  const record = useMutation(api.activists.recordDeed.mutationOptions())
  return (
    <Section title="事迹">
      {data.deedList.length === 0 && <EmptyState title="还没有记录" />}
      <ul className="duties">
        {data.deedList.map(({ id, onDay: day, deed: what }) => (
          <li key={id} className="duty plain">
            <div>
              <p>{what}</p>
              <p className="muted">{day}</p>
            </div>
          </li>
        ))}
      </ul>
      {mayManage && (
        <div className="card-body padded no-print">
          <label className="field">
            记一件事
            <textarea rows={2} value={deed} maxLength={500} onChange={({ target }) => setDeed(target.value)} />
          </label>
          <div className="field">
            <DayField label="哪天" value={onDay} max={today()} pick={setDay} />
          </div>
          <div className="acts">
            <RuledButton
              verdict={deed.trim().length < 4 || !onDay ? refuse('deed', '请写事迹和日期') : null}
              busy={record.isPending}
              onClick={() => record.mutate({ id: data.id, onDay: onDay!, deed }, { onSuccess: () => setDeed('') })}
            >
              记下
            </RuledButton>
          </div>
        </div>
      )}
    </Section>
  )
}

function Proposals({ data, mayManage }: Part) {
  const propose = useMutation(api.activists.propose.mutationOptions())
  const decide = useMutation(api.activists.decideProposal.mutationOptions())
  const mayDecide = usePermission('posts.manage')
  const start = async (forWhat: Purpose) => {
    const proposal = await ask({
      title: `${purposeNames[forWhat]}：${data.personName}`,
      act: '提出',
      reasons: ['群众信任，能力适合', '表现突出，值得表彰'],
    })
    if (proposal !== false) propose.mutate({ id: data.id, forWhat, proposal })
  }
  const end = async (id: string, decision: 'accepted' | 'refused') => {
    const reason = await ask({
      title: decision === 'accepted' ? '采纳？' : '不采纳？',
      act: decisionNames[decision],
      reasons: ['研究同意', '条件还不成熟'],
    })
    if (reason !== false) decide.mutate({ id, decision, reason })
  }
  return (
    <Section title="推荐">
      {data.proposals.length === 0 && <EmptyState title="还没有推荐" />}
      <ul className="duties">
        {data.proposals.map(({ id, forWhat, proposal, proposedOn, decidedOn, decision, decisionReason }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">
                {purposeNames[forWhat]}{' '}
                {decision && <Chip hue={decision === 'accepted' ? 'green' : undefined}>{decisionNames[decision]}</Chip>}
              </p>
              <p className="muted">
                {proposedOn}：{proposal}
                {decidedOn && `；${decidedOn} ${decisionReason}`}
              </p>
            </div>
            {mayDecide && !decision && (
              <span className="acts">
                <Button onClick={() => end(id, 'refused')}>不采纳</Button>
                <Button onClick={() => end(id, 'accepted')}>采纳</Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayManage && (
        <p className="acts card-body padded no-print">
          {purposes.map((forWhat) => (
            <Button key={forWhat} onClick={() => start(forWhat)}>
              {purposeNames[forWhat]}
            </Button>
          ))}
        </p>
      )}
    </Section>
  )
}
