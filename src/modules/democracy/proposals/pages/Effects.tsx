import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { parseYuan } from '#kit/money'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today, yuan } from '#web/words'
import type { Effect, Proposal } from '../contract.ts'
import { mayStateEffect } from '../rules/handling.ts'

type Props = { proposal: Proposal; mayState: boolean; maySettle: boolean }
const lacks = (reason: string) => ({ code: 'proposals.lacks', reason })
const fenOf = (text: string) => {
  const read = parseYuan(text)
  return 'fen' in read && read.fen > 0 ? read.fen : null
}

/** What it brought in: stated by the union, confirmed by finance, each stretch of days once. */
export function Effects({ proposal, mayState, maySettle }: Props) {
  const { effects, carriedOn } = proposal
  if (effects.length === 0 && !(mayState && carriedOn)) return null
  return (
    <Section title="经济效益" note="财务确认了的才计入，是下限" padded>
      {effects.map((effect) => (
        <div key={effect.id}>
          <p>
            {effect.fromOn} 至 {effect.untilOn}：报 {yuan(effect.statedFen)}，{effect.basis}{' '}
            {effect.confirmedOn ? (
              <Chip hue="green">财务确认 {yuan(effect.confirmedFen!)}</Chip>
            ) : effect.rejectedWhy ? (
              <Chip hue="amber">财务没有确认</Chip>
            ) : (
              <Chip hue="blue">等财务核</Chip>
            )}
          </p>
          {effect.confirmedOn && (
            <p className="muted small">
              {effect.financeName}，凭证 {effect.voucher}，{effect.confirmedOn}
            </p>
          )}
          {effect.rejectedWhy && <p className="muted small">{effect.rejectedWhy}</p>}
          {maySettle && !effect.confirmedOn && !effect.rejectedWhy && <Settling effect={effect} />}
        </div>
      ))}
      {mayState && carriedOn && <Stating proposal={proposal} />}
    </Section>
  )
}

function Stating({ proposal }: { proposal: Proposal }) {
  const [form, setForm] = useState({ fromOn: proposal.carriedOn ?? today(), untilOn: today(), amount: '', basis: '' })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const act = useMutation(api.proposals.stateEffect.mutationOptions())
  const fen = fenOf(form.amount)
  const before = proposal.effects.map((each) => ({ ...each, isRejected: each.rejectedWhy !== null }))
  const verdict =
    mayStateEffect(proposal, form, before, today()) ??
    (fen === null ? lacks('请写金额，单位元') : form.basis.trim().length < 4 ? lacks('请写怎么算出来的') : null)
  return (
    <div className="no-print">
      <div className="narrow-form">
        <DayField label="从" value={form.fromOn} pick={(fromOn) => fromOn && set({ fromOn })} />
        <DayField label="到" value={form.untilOn} max={today()} pick={(untilOn) => untilOn && set({ untilOn })} />
        <Field
          label="金额（元）"
          inputMode="decimal"
          value={form.amount}
          onChange={(event) => set({ amount: event.target.value })}
        />
        <Field label="怎么算出来的" value={form.basis} maxLength={500} onChange={(event) => set({ basis: event.target.value })} />
      </div>
      <RuledButton
        verdict={verdict}
        busy={act.isPending}
        onClick={() => act.mutate({ id: proposal.id, fromOn: form.fromOn, untilOn: form.untilOn, fen: fen!, basis: form.basis })}
      >
        报效益，请财务核
      </RuledButton>
    </div>
  )
}

function Settling({ effect }: { effect: Effect }) {
  const [form, setForm] = useState({ amount: String(effect.statedFen / 100), financeName: '', voucher: '' })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const act = useMutation(api.proposals.settleEffect.mutationOptions())
  const fen = fenOf(form.amount)
  const verdict =
    fen === null
      ? lacks('请写金额，单位元')
      : fen > effect.statedFen
        ? lacks('确认的数不能比报的多')
        : form.financeName.trim().length < 2
          ? lacks('请写财务负责人')
          : form.voucher.trim().length < 2
            ? lacks('请写凭证号')
            : null
  const reject = async () => {
    const reason = await ask({ title: '不确认这笔效益？', act: '不确认', reasons: ['账上对不上', '与别的提案重复'] })
    if (reason !== false) act.mutate({ id: effect.id, isConfirmed: false, reason })
  }
  return (
    <div className="no-print">
      <div className="narrow-form">
        <Field
          label="确认金额（元）"
          inputMode="decimal"
          value={form.amount}
          onChange={(event) => set({ amount: event.target.value })}
        />
        <Field
          label="财务负责人"
          value={form.financeName}
          maxLength={40}
          onChange={(event) => set({ financeName: event.target.value })}
        />
        <Field label="凭证号" value={form.voucher} maxLength={60} onChange={(event) => set({ voucher: event.target.value })} />
      </div>
      <div className="acts">
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={act.isPending}
          onClick={() =>
            act.mutate({ id: effect.id, isConfirmed: true, fen: fen!, financeName: form.financeName, voucher: form.voucher })
          }
        >
          财务确认
        </RuledButton>
        <Button busy={act.isPending} onClick={reject}>
          不确认
        </Button>
      </div>
    </div>
  )
}
