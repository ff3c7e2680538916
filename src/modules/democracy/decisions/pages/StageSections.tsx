import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { firstOf, refuse, type Verdict } from '#law/verdict'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Detail } from '../contract.ts'
import {
  choiceNames,
  choices,
  mayDecide,
  mayMeet,
  mayPosition,
  type Outcome,
  outcomeNames,
  outcomes,
  type Vote,
  voteNames,
  votes,
} from '../rules.ts'
import { factsOf } from './facts.ts'

type Part = { data: Detail; mayAct: boolean }
const short = (text: string, least: number, reason: string): Verdict =>
  text.trim().length < least ? refuse('short', reason) : null

type BoxProps = { label: string; value: string; change: (value: string) => void; rows?: number; max?: number }
export const Box = ({ label, value, change, rows = 3, max = 2000 }: BoxProps) => (
  <label className="field">
    {label}
    <textarea rows={rows} maxLength={max} value={value} onChange={({ target }) => change(target.value)} />
  </label>
)
export const Said = ({ label, children }: { label: string; children: ReactNode }) =>
  children ? (
    <p>
      <span className="faint">{label}　</span>
      <span className="decisions-written">{children}</span>
    </p>
  ) : null

/** Before: what the workers said, and the union's position. */
export function ConsultSection({ data, mayAct }: Part) {
  const { total, counts, groups, words } = data.opinionsHeard
  const note = data.opinionsUntil ? `职工提意见到 ${data.opinionsUntil}` : '没有向职工征求意见'
  return (
    <Section title="决策前共商" note={note} padded>
      <p>
        {total ? `${total} 人提了意见` : '还没有人提意见'}
        {counts && `：${choices.map((choice) => `${choiceNames[choice]} ${counts[choice]}`).join('，')}`}
        {!counts && total > 0 && '，截止后满 5 人才分开显示'}。
      </p>
      {groups.length > 1 && <p className="muted">{groups.map(({ name, count }) => `${name} ${count} 人`).join('；')}</p>}
      {words.map(({ choice, body }) => (
        <p key={body} className="muted">
          {choice && <Chip>{choiceNames[choice]}</Chip>} {body}
        </p>
      ))}
      <Said label="工会书面意见">{data.position}</Said>
      <Said label="采纳了哪些职工意见">{data.takenUp}</Said>
      <Said label="没有采纳的及理由">{data.notTaken}</Said>
      {mayAct && data.side === 'union' && !data.positionOn && data.stages.consult === 'now' && <PositionForm data={data} />}
    </Section>
  )
}

function PositionForm({ data }: { data: Detail }) {
  const [position, setPosition] = useState('')
  const [takenUp, setTaken] = useState('')
  const [notTaken, setNot] = useState('')
  const act = useMutation(api.decisions.position.mutationOptions())
  const verdict = firstOf(mayPosition(factsOf(data), 'union', today()), short(position, 10, '请写工会的意见，至少 10 个字'))
  return (
    <div className="no-print">
      <Box label="工会书面意见" value={position} change={setPosition} rows={4} max={4000} />
      <Box label="采纳了哪些职工意见（可以不写）" value={takenUp} change={setTaken} rows={2} />
      <Box label="没有采纳哪些，为什么（可以不写）" value={notTaken} change={setNot} rows={2} />
      <RuledButton
        kind="primary"
        verdict={verdict}
        busy={act.isPending}
        onClick={() => act.mutate({ id: data.id, position, takenUp, notTaken })}
      >
        提出书面意见
      </RuledButton>
    </div>
  )
}

/** During: the union's seat, opinion and vote. */
export function MeetingSection({ data, mayAct }: Part) {
  if (data.metOn === null) {
    const isTurn = mayAct && data.stages.deliberate === 'now' && !data.decidedOn
    return isTurn ? (
      <Section title="决策中合议" padded>
        <MeetingForm data={data} />
      </Section>
    ) : null
  }
  return (
    <Section title="决策中合议" note={`${data.metOn} ${data.meeting}`} padded>
      <Said label="出席的工会代表">{data.representedBy}</Said>
      <Said label="工会意见">{data.unionOpinion}</Said>
      <p>
        <span className="faint">表决　</span>
        {data.unionVote && <Chip hue={data.unionVote === 'for' ? 'green' : 'amber'}>{voteNames[data.unionVote]}</Chip>}
      </p>
      <Said label="对工会意见的答复">{data.answer}</Said>
    </Section>
  )
}

function MeetingForm({ data }: { data: Detail }) {
  const [metOn, setDay] = useState<string | undefined>(today())
  const [meeting, setMeeting] = useState('')
  const [representedBy, setName] = useState('')
  const [unionOpinion, setOpinion] = useState('')
  const [unionVote, setVote] = useState<Vote>('for')
  const act = useMutation(api.decisions.meet.mutationOptions())
  const verdict = firstOf(
    metOn ? mayMeet(factsOf(data), metOn, today()) : refuse('day', '请写会议日期'),
    short(meeting, 2, '请写会议名称'),
    short(representedBy, 2, '请写出席的工会代表'),
    short(unionOpinion, 2, '请写工会在会上的意见'),
  )
  return (
    <div className="no-print">
      <div className="field">
        <DayField label="会议日期" value={metOn} min={data.registeredOn} max={today()} pick={setDay} />
      </div>
      <label className="field">
        会议名称
        <input value={meeting} maxLength={80} onChange={({ target }) => setMeeting(target.value)} />
      </label>
      <label className="field">
        出席的工会代表
        <input value={representedBy} maxLength={60} onChange={({ target }) => setName(target.value)} />
      </label>
      <Box label="工会在会上的意见" value={unionOpinion} change={setOpinion} rows={2} />
      <label className="field">
        工会的表决
        <select value={unionVote} onChange={({ target }) => setVote(target.value as Vote)}>
          {votes.map((vote) => (
            <option key={vote} value={vote}>
              {voteNames[vote]}
            </option>
          ))}
        </select>
      </label>
      <RuledButton
        kind="primary"
        verdict={verdict}
        busy={act.isPending}
        onClick={() => act.mutate({ id: data.id, metOn: metOn!, meeting, representedBy, unionOpinion, unionVote })}
      >
        记录会议
      </RuledButton>
    </div>
  )
}

/** The decision and its reasons; a union that voted against is answered in it. */
export function DecisionSection({ data, mayAct }: Part) {
  if (data.decidedOn)
    return (
      <Section title="决定" note={`${data.decidedOn} ${data.outcome ? outcomeNames[data.outcome] : ''}`} padded>
        <p className="decisions-written">{data.decision}</p>
        <Said label="理由">{data.reasons}</Said>
        {data.metOn === null && <Said label="对工会意见的答复">{data.answer}</Said>}
      </Section>
    )
  const isReady = data.stages.consult !== 'now' && data.stages.deliberate !== 'now' && data.stages.deliberate !== 'later'
  return mayAct && isReady ? (
    <Section title="决定" padded>
      <DecisionForm data={data} />
    </Section>
  ) : null
}

function DecisionForm({ data }: { data: Detail }) {
  const [outcome, setOutcome] = useState<Outcome>('asDrafted')
  const [decision, setDecision] = useState('')
  const [reasons, setReasons] = useState('')
  const [answer, setAnswer] = useState('')
  const act = useMutation(api.decisions.decide.mutationOptions())
  const isDiffering = data.unionVote === 'against'
  const verdict = firstOf(
    short(decision, 4, '请写决定的内容'),
    short(reasons, 4, '请写理由'),
    mayDecide(factsOf(data), { answer: answer.trim() || null, isDiffering }),
  )
  return (
    <div className="no-print">
      <label className="field">
        结果
        <select value={outcome} onChange={({ target }) => setOutcome(target.value as Outcome)}>
          {outcomes.map((one) => (
            <option key={one} value={one}>
              {outcomeNames[one]}
            </option>
          ))}
        </select>
      </label>
      <Box label="决定的内容" value={decision} change={setDecision} max={4000} />
      <Box label="理由" value={reasons} change={setReasons} max={4000} />
      <Box
        label={isDiffering ? '对工会不同意见的答复' : '对工会意见的答复（可以不写）'}
        value={answer}
        change={setAnswer}
        rows={2}
      />
      <RuledButton
        kind="primary"
        verdict={verdict}
        busy={act.isPending}
        onClick={() => act.mutate({ id: data.id, outcome, decision, reasons, answer })}
      >
        登记决定
      </RuledButton>
    </div>
  )
}
