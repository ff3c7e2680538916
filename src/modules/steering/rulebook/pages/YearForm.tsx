import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { weekday } from '#kit/dates'
import { firstOf, type Verdict } from '#law/verdict'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Year } from '../contract.ts'
import { mayLoadYear, noticeIn } from '../rules.ts'
import { Report } from './Report.tsx'
import { YearGrid } from './YearGrid.tsx'

type Days = { rest: string[]; work: string[] }

/** Enters a year's notice: pasted as it was published, put right day by day, seen through its report, then decided. */
export function YearForm({ year: { year, rest, work, notice: before }, done }: { year: Year; done: () => void }) {
  const [text, setText] = useState('')
  const [days, setDays] = useState<Days>({ rest, work })
  const [asked, setAsked] = useState<Days>()
  const id = useId()
  const change = (next: Days) => {
    setDays(next)
    setAsked(undefined)
  }
  const read = () => {
    const found = noticeIn(text, year)
    if (found.rest.length) change(found)
    else notify({ title: '没有读出日期，请粘贴通知里“放假”“上班”的几段原文', tone: 'bad' })
  }
  const verdict = mayLoadYear({ year, ...days }, before ? { year, rest, work } : null, today())
  return (
    <Section title={`录入 ${year} 年放假通知`} note="粘贴通知原文，或点日历上的日子改" padded>
      <div className="field">
        <label htmlFor={id}>通知原文</label>
        <textarea
          id={id}
          rows={4}
          placeholder="一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div className="acts">
        <Button onClick={read}>读出日期</Button>
      </div>
      <YearGrid year={year} {...days} turn={(day) => change(turned(days, day))} />
      <div className="acts">
        <RuledButton verdict={verdict} onClick={() => setAsked(days)}>
          看影响
        </RuledButton>
        <Button onClick={done}>先不录入</Button>
      </div>
      {asked && <Decision year={year} days={asked} done={done} />}
    </Section>
  )
}

/** A weekday is off or not; a weekend day is off by a holiday, worked, or an ordinary weekend. */
function turned({ rest, work }: Days, day: string): Days {
  const without = (list: string[]) => list.filter((one) => one !== day)
  if (rest.includes(day)) return { rest: without(rest), work: weekday(day) > 5 ? [...work, day].sort() : work }
  if (work.includes(day)) return { rest, work: without(work) }
  return { rest: [...rest, day].sort(), work }
}

function Decision({ year, days, done }: { year: number; days: Days; done: () => void }) {
  const input = { year, ...days }
  const [notice, setNotice] = useState('')
  const [reason, setReason] = useState('录入国务院办公厅放假通知')
  const { data, error, refetch } = useQuery({ ...api.rulebook.yearImpact.queryOptions({ input }), gcTime: 0 })
  const load = useMutation(api.rulebook.loadYear.mutationOptions())
  if (error) return <p className="late">{inWords(error).title}</p>
  if (!data) return <p className="muted">正在计算影响…</p>
  const short = (words: string, what: string): Verdict =>
    words.trim().length >= 4 ? null : { code: 'rulebook.words', reason: `请写明${what}，至少 4 个字` }
  const decide = () =>
    load.mutate(
      { ...input, notice, reason, fingerprint: data.fingerprint },
      {
        onSuccess: () => {
          notify({ title: `${year} 年的放假安排已经启用`, tone: 'good' })
          done()
        },
        onError: () => void refetch(),
      },
    )
  return (
    <>
      <Report report={data} />
      <div className="narrow-form">
        <Field
          label="通知文号或名称"
          placeholder="国办发明电〔2026〕7号"
          value={notice}
          onChange={({ target }) => setNotice(target.value)}
        />
        <Field label="理由" value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        <RuledButton
          verdict={firstOf(short(notice, '通知的文号或名称'), short(reason, '理由'))}
          kind="primary"
          busy={load.isPending}
          onClick={decide}
        >
          启用
        </RuledButton>
      </div>
    </>
  )
}
