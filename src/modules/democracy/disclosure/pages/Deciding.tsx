import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { useMe, usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { ItemDetail } from '../contract/shapes.ts'
import { bodyNames } from '../rules/names.ts'

/** The leading group approves, the supervision group checks: whoever sits in it himself, or the office from the signed form. */
export function Deciding({ item: { id, unionId, versions } }: { item: ItemDetail }) {
  const state = versions[0]?.state
  const body = state === 'handed' ? 'leading' : state === 'approved' ? 'supervision' : null
  const { person } = useMe()
  const mayManage = usePermission('democracy.manage')
  const groups = useQuery({ ...api.disclosure.groups.queryOptions({ input: { unionId } }), enabled: body !== null })
  if (!body || !groups.data) return null
  const seats = groups.data.seats.filter((seat) => seat.body === body)
  const isSeated = person !== null && seats.some(({ memberId }) => memberId === person.id)
  if (!isSeated && !mayManage) return null
  const title = `${bodyNames[body]}${body === 'leading' ? '批准' : '核查'}`
  if (!seats.length)
    return (
      <Section title={title} padded>
        <p>{`${bodyNames[body]}还没有成员，请先在“方案与目录”里登记。`}</p>
      </Section>
    )
  return <Form key={state} id={id} body={body} title={title} seats={isSeated ? null : seats} />
}

type Signer = { id: string; personName: string; title: string }
function Form({
  id,
  body,
  title,
  seats,
}: {
  id: string
  body: 'leading' | 'supervision'
  title: string
  seats: readonly Signer[] | null
}) {
  const [facts, set] = useState({
    note: '',
    seatId: seats?.[0]?.id ?? '',
    paper: '',
    hasNoSecrets: false,
    isTrue: false,
    isComplete: false,
    isLawful: false,
  })
  const approve = useMutation(api.disclosure.approve.mutationOptions())
  const approveOnPaper = useMutation(api.disclosure.approveOnPaper.mutationOptions())
  const check = useMutation(api.disclosure.check.mutationOptions())
  const checkOnPaper = useMutation(api.disclosure.checkOnPaper.mutationOptions())
  const { note, seatId, paper, hasNoSecrets, isTrue, isComplete, isLawful } = facts
  const decide = (isApproved: boolean) => {
    const given = { id, isApproved, hasNoSecrets, note }
    if (seats) approveOnPaper.mutate({ ...given, seatId, paper })
    else approve.mutate(given)
  }
  const conclude = () => {
    const found = { id, isTrue, isComplete, isLawful, note }
    if (seats) checkOnPaper.mutate({ ...found, seatId, paper })
    else check.mutate(found)
  }
  const tick = (key: 'hasNoSecrets' | 'isTrue' | 'isComplete' | 'isLawful', label: string) => (
    <label className="check">
      <input type="checkbox" checked={facts[key]} onChange={(event) => set({ ...facts, [key]: event.target.checked })} /> {label}
    </label>
  )
  return (
    <Section title={title} note={seats ? '按签了字的审批表录入' : undefined} padded>
      {body === 'leading' ? (
        tick('hasNoSecrets', '不含国家秘密、商业秘密和个人隐私')
      ) : (
        <p>
          {tick('isTrue', '真实')} {tick('isComplete', '全面')} {tick('isLawful', '合法')}
        </p>
      )}
      {seats && (
        <div className="two">
          <label className="field">
            谁签的字
            <select value={seatId} onChange={(event) => set({ ...facts, seatId: event.target.value })}>
              {seats.map((seat) => (
                <option key={seat.id} value={seat.id}>{`${seat.personName}（${seat.title}）`}</option>
              ))}
            </select>
          </label>
          <label className="field">
            审批表编号
            <input value={paper} maxLength={80} onChange={(event) => set({ ...facts, paper: event.target.value })} />
          </label>
        </div>
      )}
      <label className="field">
        意见（退回、不通过必写）
        <input value={note} maxLength={400} onChange={(event) => set({ ...facts, note: event.target.value })} />
      </label>
      <div className="acts">
        {body === 'leading' ? (
          <>
            <Button onClick={() => decide(false)}>退回</Button>
            <Button kind="primary" onClick={() => decide(true)}>
              批准
            </Button>
          </>
        ) : (
          <Button kind="primary" onClick={conclude}>
            {isTrue && isComplete && isLawful ? '通过，原文公开' : '不通过，退回修改'}
          </Button>
        )}
      </div>
    </Section>
  )
}
