import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { Button, RuledButton } from '#web/RuledButton'
import { today } from '#web/words'
import { statuteOn } from '#law/statutes'
import { firstOf, refuse } from '#law/verdict'
import { addDays } from '#kit/dates'
import type { Candidate, Detail, Selection } from '../contract.ts'
import { mayChoose, mayStart, type Vote } from '../rules.ts'

type Fields = { label: string; key: keyof Vote }
const fields: readonly Fields[] = [
  { label: '应到', key: 'entitled' },
  { label: '实到', key: 'present' },
  { label: '赞成', key: 'inFavour' },
  { label: '反对', key: 'against' },
]

/** The four figures of a vote, or none. */
export function VoteFields({ vote, put }: { vote: Vote | null; put: (vote: Vote | null) => void }) {
  const start = { entitled: 1, present: 1, inFavour: 1, against: 0 }
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={vote !== null} onChange={({ target }) => put(target.checked ? start : null)} /> 经过表决
      </label>
      {vote && (
        <div className="two">
          {fields.map(({ label, key }) => (
            <label key={key} className="field">
              {label}人数
              <input
                type="number"
                min={0}
                value={vote[key]}
                onChange={({ target }) => put({ ...vote, [key]: Math.max(0, Math.round(Number(target.value))) })}
              />
            </label>
          ))}
        </div>
      )}
    </>
  )
}

type ChoosingProps = { opening: Detail; candidate: Candidate; done: () => void }
export function Choosing({ opening, candidate, done }: ChoosingProps) {
  const [decidedBy, setBy] = useState('')
  const [decidedOn, setOn] = useState(today())
  const [noticeUntil, setNotice] = useState(addDays(today(), 7))
  const [vote, setVote] = useState<Vote | null>(null)
  const choose = useMutation(api.openings.choose.mutationOptions())
  const verdict = firstOf(
    mayChoose({ ...opening, today: today(), lacks: candidate.lacks, decidedOn, noticeUntil }, vote),
    decidedBy.trim().length < 4 ? refuse('by', '请写由哪个会议决定，至少 4 个字') : null,
  )
  return (
    <div className="no-print">
      <label className="field">
        由哪个会议决定
        <input value={decidedBy} maxLength={120} onChange={({ target }) => setBy(target.value)} />
      </label>
      <div className="two">
        <div className="field">
          <DayField label="决定日" value={decidedOn} pick={(day) => day && setOn(day)} />
        </div>
        <div className="field">
          <DayField
            label={`公示至（一般不少于 ${statuteOn('CADRE-01.notice', today()).value} 个工作日）`}
            value={noticeUntil}
            pick={(day) => day && setNotice(day)}
          />
        </div>
      </div>
      <VoteFields vote={vote} put={setVote} />
      <div className="acts">
        <Button onClick={done}>先不选定</Button>
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={choose.isPending}
          onClick={() => choose.mutate({ id: candidate.id, decidedBy, decidedOn, noticeUntil, vote }, { onSuccess: done })}
        >
          选定并公示
        </RuledButton>
      </div>
    </div>
  )
}

type StartingProps = { opening: Detail; selection: Selection; done: () => void }
export function Starting({ opening, selection, done }: StartingProps) {
  const { id, noticeUntil } = selection
  const [facts, setFacts] = useState({
    startsOn: today(),
    untilOn: undefined as string | undefined,
    basis: '',
    objections: '公示期没有意见',
  })
  const start = useMutation(api.openings.start.mutationOptions())
  const verdict = firstOf(
    mayStart(noticeUntil, facts.startsOn, today(), false),
    facts.basis.trim().length < 4 ? refuse('basis', '请写文号或会议，至少 4 个字') : null,
  )
  const send = () => {
    const { untilOn, ...rest } = facts
    start.mutate({ id, ...rest, ...(untilOn && { untilOn }) }, { onSuccess: done })
  }
  return (
    <div className="no-print">
      <div className="two">
        <div className="field">
          <DayField label="到岗日" value={facts.startsOn} pick={(day) => day && setFacts({ ...facts, startsOn: day })} />
        </div>
        {opening.kind && (
          <div className="field">
            <DayField label="任期至（没有就空着）" value={facts.untilOn} pick={(untilOn) => setFacts({ ...facts, untilOn })} />
          </div>
        )}
        <label className="field">
          任命文号、聘用合同或会议
          <input value={facts.basis} maxLength={120} onChange={({ target }) => setFacts({ ...facts, basis: target.value })} />
        </label>
        <label className="field">
          公示期的意见和处理
          <input
            value={facts.objections}
            maxLength={500}
            onChange={({ target }) => setFacts({ ...facts, objections: target.value })}
          />
        </label>
      </div>
      <p className="faint">
        {opening.kind ? '到岗即登记任职，法律不许任职的会在这里挡住。' : '这个岗位不是工会职务，只记到岗。'}
      </p>
      <div className="acts">
        <Button onClick={done}>先不办</Button>
        <RuledButton kind="primary" verdict={verdict} busy={start.isPending} onClick={send}>
          办理到岗
        </RuledButton>
      </div>
    </div>
  )
}
