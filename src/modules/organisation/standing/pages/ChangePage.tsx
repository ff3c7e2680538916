import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { DayField } from '#web/DayField'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Cite } from '#web/Cite'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps } from '#web/StateSteps'
import { today } from '#web/words'
import type { Row } from '../contract.ts'
import { changeKindNames, retainGrounds } from '../contract/words.ts'
import { stepsOf } from './steps.ts'

const route = getRouteApi('/standing/$id')

/** One change with its steps; prints as 审批表, 公告 or 决定 (DOC-05, DOC-06). */
export function ChangePage() {
  const { id } = route.useParams() as { id: string }
  const { data: row } = useSuspenseQuery(api.standing.get.queryOptions({ input: { id } }))
  const mayDecide = usePermission('members.decide')
  return (
    <Page
      line={`${row.memberName}：${changeKindNames[row.kind]}`}
      above={<Link to={'/standing' as '/'}>会籍变动</Link>}
      acts={<Button onClick={() => print()}>打印</Button>}
    >
      <Section title="办到哪一步" note={<Cite article={row.cite} />} padded>
        <StateSteps steps={stepsOf(row)} label={changeKindNames[row.kind]} />
      </Section>
      {mayDecide && row.state === 'open' && <Steps row={row} />}
      {mayDecide && row.state === 'done' && row.kind === 'expel' && !row.reportedOn && <Report row={row} />}
      <Section title="事项" padded>
        <Facts row={row} />
      </Section>
    </Page>
  )
}

function Facts({ row }: { row: Row }) {
  const facts: [string, string | null][] = [
    ['会员', `${row.memberName}${row.memberNumber ? `（${row.memberNumber}）` : ''}`],
    ['工会', row.unionName],
    ['事由', row.ground && retainGrounds[row.ground]],
    ['说明', row.note],
    ['生效日', row.kind === 'deemed' || row.kind === 'expel' ? null : row.effectiveOn],
    ['停止缴费、参加活动自', row.idleSince],
    ['教育情况', row.educatedHow && `${row.educatedOn} ${row.educatedHow}`],
    ['判决', row.judgment && `${row.judgedOn} ${row.judgment}`],
    ['小组意见', row.opinion && `${row.discussedOn} ${row.opinion}`],
    ['决定或公告', row.document && `${row.decidedOn} ${row.document}`],
    ['会员证', row.cardReturned === null ? null : row.cardReturned ? '已收回' : '未收回'],
    ['备案', row.reportNumber && `${row.reportedOn} ${row.reportNumber}`],
    ['没有办的理由', row.reason],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Steps({ row }: { row: Row }) {
  const { id, version, kind } = row
  const educate = useMutation(api.standing.educate.mutationOptions())
  const discuss = useMutation(api.standing.discuss.mutationOptions())
  const decide = useMutation(api.standing.decide.mutationOptions())
  const drop = useMutation(api.standing.drop.mutationOptions())
  const giveUp = async () => {
    const reason = await ask({
      title: '不办这件会籍变动？',
      act: '不办',
      reasons: ['本人改正，恢复参加', '本人收回', '登记有误'],
    })
    if (reason) drop.mutate({ id, version, reason })
  }
  return (
    <Section title="接着办" padded>
      {kind === 'deemed' && !row.educatedOn && (
        <Step
          title="教育情况"
          act="登记教育"
          busy={educate.isPending}
          submit={(on, how) => educate.mutate({ id, version, on, how })}
        />
      )}
      {kind === 'expel' && !row.discussedOn && (
        <Step
          title="工会小组意见"
          act="登记讨论"
          busy={discuss.isPending}
          submit={(on, opinion) => discuss.mutate({ id, version, on, opinion })}
        />
      )}
      <Step
        title={kind === 'leave' ? '公告编号' : '委员会会议纪要编号'}
        act={kind === 'leave' ? '宣布退会，收回会员证' : '作出决定'}
        busy={decide.isPending}
        verdict={row.decidable}
        submit={(on, document) => decide.mutate({ id, version, on, document, cardReturned: kind === 'leave' ? true : null })}
      />
      <Button kind="link" busy={drop.isPending} onClick={giveUp}>
        不办了
      </Button>
    </Section>
  )
}

function Report({ row: { id, version } }: { row: Row }) {
  const report = useMutation(api.standing.report.mutationOptions())
  return (
    <Section title="报上一级工会备案" padded>
      <Step
        title="备案文号"
        act="登记备案"
        busy={report.isPending}
        submit={(on, number) => report.mutate({ id, version, on, number })}
      />
    </Section>
  )
}

type StepProps = {
  title: string
  act: string
  busy: boolean
  verdict?: Row['decidable']
  submit: (on: string, words: string) => void
}

/** A step is a day and a line of words. */
function Step({ title, act, busy, verdict = null, submit }: StepProps) {
  const [on, setOn] = useState(today)
  const [words, setWords] = useState('')
  const isReady = on !== '' && words.trim().length >= 2
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !verdict) submit(on, words.trim())
  }
  return (
    <form className="narrow-form" onSubmit={send}>
      <DayField label="日期" isStacked value={on} max={today()} pick={(day) => setOn(day ?? '')} />
      <Field label={title} value={words} maxLength={200} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
      <RuledButton type="submit" kind="primary" busy={busy} verdict={verdict} aria-disabled={!isReady}>
        {act}
      </RuledButton>
    </form>
  )
}
