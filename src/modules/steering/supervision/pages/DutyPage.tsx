import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dayInWords, dueInWords, today } from '#web/words'
import type { DutyDetail } from '../contract.ts'
import { dutyStateNames, eventNames } from '../rules/names.ts'
import { AskDialog } from './AskDialog.tsx'
import { acts } from './DutyItem.tsx'
import { UrgeCard } from './UrgeCard.tsx'
import { UrgeDialog } from './UrgeDialog.tsx'
import './supervision.css'

/** One duty: how its day was worked out, what came of it, what is still to come, and what can be done. */
export function DutyPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const duty = useQuery(api.supervision.get.queryOptions({ input: { id } }))
  if (duty.error) return <Page line="没有找到这件事项">{<EmptyState title={inWords(duty.error).title} />}</Page>
  if (!duty.data) return <Page line="应办事项" />
  const { data } = duty
  return (
    <Page
      line={<Line duty={data} />}
      above={
        <Link to={'/supervision' as '/'} search={{ union: data.unionId, whose: 'union' } as never} className="plain-link">
          {data.unionName}
        </Link>
      }
      acts={<Acts duty={data} />}
      side={<Aside duty={data} />}
    >
      <Section title="期限怎么算出来的" padded>
        <ol className="reckoning">
          {data.steps.map(({ label, value, cite }, at) => (
            <li key={label} className={at === data.steps.length - 1 ? 'last' : ''}>
              <span className="muted">{label}</span>
              <b>{value}</b>
              {cite && <Cite article={cite} />}
            </li>
          ))}
        </ol>
      </Section>
      {data.urges.length > 0 && (
        <Section title="督办">
          {data.urges.map((urge) => (
            <UrgeCard key={urge.id} urge={urge} />
          ))}
        </Section>
      )}
      <Section title="经过和后续">
        <ol className="course">
          {data.events.map((event) => (
            <li key={`${event.kind}${event.onDay}`}>
              <span className="num">{dayInWords(event.onDay)}</span>
              <span>
                {eventNames[event.kind]}
                {event.to && ` · ${event.to}`}
              </span>
            </li>
          ))}
          {data.ahead.map((event) => (
            <li key={`${event.kind}${event.onDay}`} className="ahead">
              <span className="num">{dayInWords(event.onDay)}</span>
              <span>
                如果还没有办：{eventNames[event.kind]}
                {event.to && ` · ${event.to}`}
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  )
}

function Line({ duty }: { duty: DutyDetail }) {
  const what = duty.subject ? `${duty.title}（${duty.subject}）` : duty.title
  if (duty.closedOn)
    return (
      <>
        {what}，{dayInWords(duty.closedOn)}
        {dutyStateNames[duty.state]}。
      </>
    )
  const { isLate, first } = dueInWords(duty.dueOn)
  if (isLate)
    return (
      <>
        {what}，已<em>{first.replace('逾 ', '逾期 ')} 天</em>。
      </>
    )
  return (
    <>
      {what}，{dayInWords(duty.dueOn)}到期。
    </>
  )
}

function Acts({ duty }: { duty: DutyDetail }) {
  const [open, setOpen] = useState<'urge' | 'excuse'>()
  const isOwed = duty.closedOn === null
  const { to, title } = acts(duty)
  return (
    <>
      <Button onClick={() => print()}>打印</Button>
      {duty.mayExcuse && <Button onClick={() => setOpen('excuse')}>免除</Button>}
      {duty.mayUrge && (
        <Button kind={duty.isMine ? 'plain' : 'primary'} onClick={() => setOpen('urge')}>
          督办
        </Button>
      )}
      {isOwed && duty.way.to !== null && !duty.mayUrge && (
        <Link to={to as '/'} className="btn primary">
          {title}
        </Link>
      )}
      {open === 'urge' && <UrgeDialog dutyIds={[duty.id]} close={() => setOpen(undefined)} />}
      {open === 'excuse' && <ExcuseDialog duty={duty} close={() => setOpen(undefined)} />}
    </>
  )
}

function ExcuseDialog({ duty, close }: { duty: DutyDetail; close: () => void }) {
  const excuse = useMutation(api.supervision.excuse.mutationOptions())
  return (
    <AskDialog
      title={`免除${duty.unionName}的这件事项？`}
      body={`“${duty.title}”以后不再提醒、不再上报。理由会和您的职务一起留下记录，这家工会看得到。`}
      label="免除的理由"
      usual={['单位正在破产清算，不具备办理条件', '已由上级统一办理']}
      act="免除"
      busy={excuse.isPending}
      send={({ body }) =>
        excuse.mutate(
          { id: duty.id, reason: body },
          {
            onSuccess: () => {
              notify({ tone: 'good', title: '已免除，理由已记录' })
              close()
            },
          },
        )
      }
      close={close}
    />
  )
}

function Aside({ duty }: { duty: DutyDetail }) {
  const { excuse, law, owedBy, way, isLaw } = duty
  return (
    <>
      <Section title="由谁办、怎么办" padded>
        <p>
          {owedBy.join('、')}
          {duty.isMine && <span className="chip blue">我</span>}
        </p>
        <p className="muted">
          {way.title || '办完后由办理的一方登记，事项自动完成。'}
          {way.to && (
            <>
              {' '}
              <Link to={way.to as '/'} className="link">
                打开办理的页面
              </Link>
            </>
          )}
        </p>
        <p className="faint small">事项由办理本身完成，不用在这里打勾。</p>
      </Section>
      {excuse && (
        <Section title="已免除" padded>
          <p>{excuse.reason}</p>
          <p className="faint">
            {excuse.byUnion}
            {excuse.byPost}，{dayInWords(excuse.onDay)}
          </p>
        </Section>
      )}
      <Section title="依据" note={isLaw ? undefined : '没有法定期限，按通行做法'} padded>
        {law.map((rule) => (
          <p key={rule.id}>
            {rule.says}
            <br />
            <Cite article={rule.cite} /> {!rule.isLaw && <span className="chip">默认值，可由管理员调整</span>}
          </p>
        ))}
      </Section>
      <p className="faint small only-print">打印于 {today()}</p>
    </>
  )
}
