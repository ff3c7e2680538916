import { useId } from 'react'
import { Field } from '#web/account/Field'
import { DayField } from '#web/DayField'
import { today } from '#web/words'
import type { Audience } from '../contract.ts'
import { type Kind, kindNames, kinds, type Way } from '../rules.ts'

export type Draft = {
  kind: Kind
  way: Way
  number: string
  title: string
  body: string
  why: string
  asksReceipt: boolean
  replyBy: string | undefined
  audience: Audience
}
export type Change = { draft: Draft; change: (next: Partial<Draft>) => void }

/** What kind of paper it is and what it asks for. */
export function Facts({ draft, change }: Change) {
  return (
    <>
      <div className="field">
        <span className="muted" id="information-kind">
          种类
        </span>
        <span className="pills-row" role="group" aria-labelledby="information-kind">
          {kinds.map((kind) => (
            <button key={kind} type="button" className="pill" aria-pressed={draft.kind === kind} onClick={() => change({ kind })}>
              {kindNames[kind]}
            </button>
          ))}
        </span>
      </div>
      <div className="side-by-side">
        <Field
          label="文号（没有可不填）"
          value={draft.number}
          maxLength={40}
          placeholder="永工发〔2026〕3号"
          onChange={({ target }) => change({ number: target.value })}
        />
        <DayField
          label="请在这天前回复（不要求可不填）"
          min={today()}
          value={draft.replyBy}
          pick={(replyBy) => change({ replyBy })}
        />
      </div>
      <label className="tick">
        <input type="checkbox" checked={draft.asksReceipt} onChange={({ target }) => change({ asksReceipt: target.checked })} />
        要求签收：24 小时没打开的工会，系统提醒一次
      </label>
    </>
  )
}

/** The wording, and with a correction its reason. */
export function Wording({ draft, change, isCorrection }: Change & { isCorrection: boolean }) {
  const id = useId()
  return (
    <>
      <Field
        label="标题"
        value={draft.title}
        maxLength={80}
        required
        onChange={({ target }) => change({ title: target.value })}
      />
      <div className="field">
        <label htmlFor={id}>正文</label>
        <textarea
          id={id}
          rows={12}
          maxLength={20_000}
          required
          value={draft.body}
          onChange={({ target }) => change({ body: target.value })}
        />
      </div>
      {isCorrection && (
        <Field
          label="为什么更正"
          value={draft.why}
          maxLength={300}
          required
          hint="收到的工会看得到；上一稿也留着"
          onChange={({ target }) => change({ why: target.value })}
        />
      )}
    </>
  )
}
