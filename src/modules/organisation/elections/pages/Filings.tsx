import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dueInWords, momentInWords } from '#web/words'
import type { Election } from '../contract.ts'
import { type Answer, answerNames, filingKindNames } from '../rules/names.ts'
import type { Shown } from './ElectionPage.tsx'
import { ActingForm } from './ActingForm.tsx'
import { Text } from './fields.tsx'
import { stateAt } from './parts.tsx'

type Filing = Election['filings'][number]

/** What went up, what came back; the superior answers here, and the union files its result or a delay. */
export function Filings({ election, isOurs }: Shown) {
  const { post } = useMe()
  const mayDecide = usePermission('unions.approve')
  const open = election.filings.find(({ answeredAt }) => !answeredAt)
  // At the top of the tree the federation notes its own superior's paper.
  const isAbove = post?.unionId !== election.unionId || election.superiorName === '上一级工会'
  return (
    <>
      {open && mayDecide && isAbove && <Decide filing={open} />}
      <Section title="报送和批复" note={`报${election.superiorName}`}>
        <ul className="elections-rows">
          {election.filings.map((one) => (
            <li key={one.id}>
              <div className="grow">
                <p>
                  {filingKindNames[one.what]}
                  {one.round > 1 && `（第 ${one.round} 次）`}{' '}
                  <Chip hue={hueOf(one)}>{one.answer ? answerNames[one.answer] : '等答复'}</Chip>
                </p>
                <p className="muted">
                  {momentInWords(one.filedAt)} 报送
                  {one.answer ? `；${one.answeredBy} ${one.number ?? ''}` : `，${one.answerBy} 前答复`}
                </p>
                {one.reason && <p className="late">{one.reason}</p>}
              </div>
            </li>
          ))}
        </ul>
        {isOurs && <OurFilings election={election} />}
      </Section>
    </>
  )
}

const hueOf = ({ answer }: Filing) => (answer === 'agreed' ? 'green' : answer === null ? 'amber' : 'red')

function OurFilings({ election }: Pick<Shown, 'election'>) {
  const file = useMutation(api.elections.file.mutationOptions())
  const [delay, setDelay] = useState<{ until?: string; reason: string }>()
  const { id, version, termEndsOn, startedAt } = election
  const mayReport = stateAt(election, 'report') === 'now'
  const ask = () =>
    delay?.until &&
    file.mutate(
      { id, version, what: 'delay', until: delay.until, reason: delay.reason },
      { onSuccess: () => setDelay(undefined) },
    )
  return (
    <div className="card-body padded">
      {mayReport && (
        <Button kind="primary" busy={file.isPending} onClick={() => file.mutate({ id, version, what: 'result' })}>
          选举结果报批
        </Button>
      )}
      {!startedAt && termEndsOn && !delay && (
        <Button kind="link" onClick={() => setDelay({ reason: '' })}>
          申请延期换届
        </Button>
      )}
      {election.kind === 'byElection' && election.contests.some(({ post }) => post === 'chair') && !election.announcedAt && (
        <ActingForm election={election} />
      )}
      {delay && (
        <>
          <DayField
            label="延期到"
            value={delay.until}
            pick={(until) => setDelay({ reason: delay.reason, ...(until && { until }) })}
            min={termEndsOn ?? '2000-01-01'}
          />
          <Text label="理由" isLong value={delay.reason} change={(reason) => setDelay({ ...delay, reason })} />
          <Button busy={file.isPending} onClick={ask}>
            报上级
          </Button>
        </>
      )}
    </div>
  )
}

/** Agree, send back, order to repeat. */
function Decide({ filing }: { filing: Filing }) {
  const answer = useMutation(api.elections.answer.mutationOptions())
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const due = dueInWords(filing.answerBy)
  const say = (word: Answer) =>
    answer.mutate(
      { filingId: filing.id, answer: word, number, reason },
      {
        onSuccess: ({ installed, ended }) =>
          notify({ tone: 'good', title: installed ? `已批准：${installed} 人到任，${ended} 人卸任` : '已答复' }),
      },
    )
  return (
    <Section title={`批复：${filingKindNames[filing.what]}`} note={`${due.first} ${due.second}`} padded>
      <Text label="文号" hint="如：永工发〔2026〕12 号" value={number} change={setNumber} />
      <Text label="意见或理由" isLong value={reason} change={setReason} />
      <div className="acts">
        <Button kind="primary" busy={answer.isPending} onClick={() => say('agreed')}>
          {filing.what === 'result' ? '批准' : '同意'}
        </Button>
        <Button onClick={() => say('returned')}>退回补正</Button>
        {filing.what === 'result' && (
          <Button kind="danger" onClick={() => say('redo')}>
            责令重新选举
          </Button>
        )}
      </div>
      {filing.what === 'result' && (
        <p className="muted">批准后，新任从选举之日起任职，原任同时卸任；主席变更的，30 日内办理法人变更登记。</p>
      )}
    </Section>
  )
}
