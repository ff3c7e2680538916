import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { firstOf, type Verdict } from '#law/verdict'
import type { Statute } from '#law/statutes'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Figure, Whole } from '../contract.ts'
import { mayBegin, mayRule, unitName } from '../rules.ts'
import { Report } from './Report.tsx'

type Wanted = { value: Figure | null; fromOn: string }

/** Sets the figure for one's own union and all below: first the report, then the act. */
export function RuleForm({ whole, done }: { whole: Whole; done: () => void }) {
  const { post } = useMe()
  const [value, setValue] = useState<Figure>(whole.here.value as Figure)
  const [fromOn, setDay] = useState<string | undefined>(today())
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState<Wanted>()
  const isOurs = whole.changes.some((one) => one.unionId === post?.unionId && !one.withdrawn && one.value !== null)
  const day = fromOn ?? ''
  const law = { ...whole.law, scope: whole.law.scope as Statute['scope'], source: '' } as unknown as Statute
  const wrong = firstOf(
    day ? null : { code: 'rulebook.day', reason: '请填施行日期' },
    mayBegin(day, today()),
    asLaw(whole, law, value, day),
  )
  const look = (wanted: Figure | null) => setAsked({ value: wanted, fromOn: day })
  return (
    <Section title={`${post?.unionName ?? '本级'}的规定`} note="本级和下级执行，下级自行规定过的除外" padded>
      <div className="narrow-form">
        <FigureField whole={whole} value={value} change={(next) => (setValue(next), setAsked(undefined))} />
        <DayField label="施行日期" value={fromOn} min={today()} pick={(next) => (setDay(next), setAsked(undefined))} />
        <div className="acts">
          <RuledButton verdict={wrong} onClick={() => look(value)}>
            看影响
          </RuledButton>
          {isOurs && (
            <RuledButton verdict={mayBegin(day, today())} onClick={() => look(null)}>
              取消本级规定，看影响
            </RuledButton>
          )}
          <Button onClick={done}>先不改</Button>
        </div>
      </div>
      {asked && <Decision id={whole.id} wanted={asked} reason={reason} setReason={setReason} done={done} />}
    </Section>
  )
}

/** The server knows the source; here what it said of the rule as a whole stands in for it. */
function asLaw(whole: Whole, law: Statute, value: Figure, day: string): Verdict {
  if (whole.fixed) return whole.fixed
  const isDefault = whole.law.cite.startsWith('平台默认值') || !whole.law.verified
  return mayRule({ ...law, verified: !isDefault, source: isDefault ? '平台默认值' : whole.law.cite }, value, day)
}

type Deciding = { id: string; wanted: Wanted; reason: string; setReason: (words: string) => void; done: () => void }

function Decision({ id, wanted, reason, setReason, done }: Deciding) {
  const input = { statute: id, ...wanted }
  const { data, error, isFetching, refetch } = useQuery({ ...api.rulebook.impact.queryOptions({ input }), gcTime: 0 })
  const rule = useMutation(api.rulebook.rule.mutationOptions())
  if (error) return <p className="late">{inWords(error).title}</p>
  if (!data) return <p className="muted">正在计算影响…</p>
  const isShort: Verdict = reason.trim().length >= 4 ? null : { code: 'rulebook.reason', reason: '请写明理由，至少 4 个字' }
  const decide = () =>
    rule.mutate(
      { ...input, reason, fingerprint: data.fingerprint },
      {
        onSuccess: () => {
          notify({ title: wanted.value === null ? '已取消本级规定' : `已规定，${wanted.fromOn} 起施行`, tone: 'good' })
          done()
        },
        onError: () => void refetch(),
      },
    )
  return (
    <>
      <Report report={data} />
      <div className="narrow-form">
        <Field label="理由（会议、文号）" value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        <RuledButton verdict={isShort} kind="primary" busy={rule.isPending || isFetching} onClick={decide}>
          {wanted.value === null ? '取消本级规定' : '照此施行'}
        </RuledButton>
      </div>
    </>
  )
}

function FigureField({ whole, value, change }: { whole: Whole; value: Figure; change: (value: Figure) => void }) {
  if (typeof value === 'boolean')
    return (
      <fieldset className="field">
        <legend>执行</legend>
        <div className="chips">
          {[true, false].map((one) => (
            <button key={String(one)} type="button" className="pill" aria-pressed={value === one} onClick={() => change(one)}>
              {one ? '是' : '否'}
            </button>
          ))}
        </div>
      </fieldset>
    )
  const unit = unitName(whole.here.unit)
  const numbers = typeof value === 'number' ? [value] : value
  return numbers.map((number, at) => (
    <Field
      key={at}
      label={numbers.length > 1 ? `第 ${at + 1} 个数（${unit}）` : `数值（${unit}）`}
      type="number"
      min={0}
      value={Number.isNaN(number) ? '' : number}
      onChange={({ target }) => {
        const next = target.value === '' ? Number.NaN : Number(target.value)
        change(typeof value === 'number' ? next : numbers.map((one, n) => (n === at ? next : one)))
      }}
    />
  ))
}
