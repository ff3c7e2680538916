import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dayInWords, daysBetween, today } from '#web/words'
import { alarmNames, stepNames } from '../rules/names.ts'
import { NoteDialog, ReplyDialog, UrgeDialog } from './dialogs.tsx'

/** One alarm: its cause, the records behind it, the rule, what was done about it, and what can be done. */
export function AlarmPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [open, setOpen] = useState<'urge' | 'note' | 'reply'>()
  const alarm = useQuery(api.alarms.get.queryOptions({ input: { id } }))
  if (alarm.error) return <Page line="没有找到这条预警">{<EmptyState title={inWords(alarm.error).title} />}</Page>
  if (!alarm.data) return <Page line="预警" />
  const { data } = alarm
  const close = () => setOpen(undefined)
  return (
    <Page
      line={
        data.endedOn ? (
          `${data.unionName}：${alarmNames[data.kind]}，${dayInWords(data.endedOn)}已解除。`
        ) : (
          <>
            {data.unionName}：{data.cause}，已 <em>{daysBetween(data.since, today())} 天</em>。
          </>
        )
      }
      above={
        <Link to={`/unions/${data.unionId}/duties` as '/'} className="plain-link">
          {alarmNames[data.kind]} · 看这家工会的全部事项
        </Link>
      }
      acts={
        <>
          <Button onClick={() => print()}>打印</Button>
          {data.mayNote && <Button onClick={() => setOpen('note')}>说明原因</Button>}
          {data.mayUrge && (
            <Button kind="primary" onClick={() => setOpen('urge')}>
              催办
            </Button>
          )}
          {data.mayReply && (
            <Button kind="primary" onClick={() => setOpen('reply')}>
              答复
            </Button>
          )}
        </>
      }
      side={
        <Section title="依据" note={data.isLaw ? undefined : '没有规定，按通行做法'} padded>
          {data.law.map(({ id: rule, says, cite, isLaw }) => (
            <p key={rule}>
              {says}
              <br />
              <Cite article={cite} /> {!isLaw && <Chip>默认值，可由管理员调整</Chip>}
            </p>
          ))}
        </Section>
      }
    >
      <Section title="情况" padded>
        <dl className="facts">
          <div>
            <dt>原因</dt>
            <dd>{data.cause}</dd>
          </div>
          <div>
            <dt>从哪天起</dt>
            <dd>{data.since}</dd>
          </div>
          <div>
            <dt>发现</dt>
            <dd>{data.noticedOn}</dd>
          </div>
          {data.notedUntil && (
            <div>
              <dt>说明有效至</dt>
              <dd>{data.notedUntil}</dd>
            </div>
          )}
        </dl>
        <div className="acts no-print">
          <Link to={data.records.to as '/'} className="btn plain">
            {data.records.title}
          </Link>
          {!data.endedOn && (
            <Link to={data.way.to as '/'} className="btn plain">
              {data.way.title}
            </Link>
          )}
        </div>
        <p className="faint">情况真正改变以后，预警自动解除；没有人能手工消掉它。</p>
      </Section>
      <Section title="催办、答复和说明" padded>
        {data.steps.length === 0 && <p className="muted">还没有人处理过。</p>}
        <ul className="talk">
          {data.steps.map((step) => (
            <li key={step.id}>
              <p>
                {dayInWords(step.onDay)} · {step.byUnion}
                {step.byPost} · {stepNames[step.kind]}
                {step.untilOn && `（${step.kind === 'urged' ? '要求答复' : '有效至'} ${dayInWords(step.untilOn)}）`}
              </p>
              <p>{step.body}</p>
            </li>
          ))}
        </ul>
      </Section>
      {data.before.length > 0 && (
        <Section title="以前的同类预警" padded>
          {data.before.map(({ noticedOn, endedOn }) => (
            <p key={noticedOn} className="num">
              {noticedOn} 至 {endedOn}
            </p>
          ))}
        </Section>
      )}
      {open === 'urge' && <UrgeDialog ids={[id]} close={close} />}
      {open === 'note' && <NoteDialog ids={[id]} close={close} />}
      {open === 'reply' && <ReplyDialog id={id} close={close} />}
    </Page>
  )
}
