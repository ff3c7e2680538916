import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { refuse } from '#law/verdict'
import type { Offer } from '../contract.ts'
import { mayApply, mayWrite, stateNames, wayNames } from '../rules.ts'

/** 工会招人: posts announced at one's own union and above it; apply, and take it back. */
export function OfferedPage() {
  const { data } = useSuspenseQuery(api.openings.offered.queryOptions())
  return (
    <Page above="工会招人" line={data.length ? `有 ${data.length} 个岗位。` : '现在没有公告的岗位。'}>
      {data.length === 0 && <EmptyState title="没有岗位">您所在的工会和上级工会招人时，会在这里公告。</EmptyState>}
      {data.map((offer) => (
        <OfferCard key={offer.id} offer={offer} />
      ))}
    </Page>
  )
}

function OfferCard({ offer }: { offer: Offer }) {
  const { title, unionName, way, seats, fullTime, applyUntil, duties, profile, state, mine } = offer
  const note = mine ? (
    <Chip hue={mine.isOut ? undefined : 'blue'}>{mine.isOut ? '已退出' : '已报名'}</Chip>
  ) : (
    <Chip>{stateNames[state]}</Chip>
  )
  return (
    <Section title={title} note={note} padded>
      <p className="muted">
        {unionName} · {wayNames[way]} · {fullTime ? '专职' : '兼职'} {seats} 名 · {applyUntil} 截止
      </p>
      <ul>
        {duties.map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ul>
      <p>{profile}</p>
      {mine?.outcome && <p className="muted">工会的答复：{mine.outcome}</p>}
      {mine && !mine.isOut
        ? !mayWrite(state, false) && <Leaving id={mine.id} title={title} />
        : !mayApply(state, false) && <Applying offer={offer} />}
    </Section>
  )
}

function Leaving({ id, title }: { id: string; title: string }) {
  const leave = useMutation(api.openings.takeBack.mutationOptions())
  const out = async () => {
    const yes = await ask({ title: `撤回“${title}”的报名？`, body: '截止前还可以再报。', act: '撤回' })
    if (yes !== false) leave.mutate({ id })
  }
  return <Button onClick={out}>撤回报名</Button>
}

function Applying({ offer: { id } }: { offer: Offer }) {
  const [isOpen, setOpen] = useState(false)
  const [statement, setStatement] = useState('')
  const apply = useMutation(api.openings.apply.mutationOptions())
  if (!isOpen)
    return (
      <Button kind="primary" onClick={() => setOpen(true)}>
        报名
      </Button>
    )
  return (
    <>
      <label className="field">
        写写您的情况：做过什么、为什么想来
        <textarea rows={4} maxLength={1000} value={statement} onChange={({ target }) => setStatement(target.value)} />
      </label>
      <RuledButton
        kind="primary"
        verdict={statement.trim().length < 4 ? refuse('short', '至少写 4 个字') : null}
        busy={apply.isPending}
        onClick={() => apply.mutate({ id, statement }, { onSuccess: () => notify({ tone: 'good', title: '报上了' }) })}
      >
        报名
      </RuledButton>
    </>
  )
}
