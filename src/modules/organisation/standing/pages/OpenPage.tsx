import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { DayField } from '#web/DayField'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { Cite } from '#web/Cite'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { type ChangeKind, changeKindNames, retainGrounds } from '../contract/words.ts'
import { cites } from '../rules.ts'

const explained: Record<ChangeKind, string> = {
  retain: '退休、失业等：保留会籍期间不交会费，没有选举权、被选举权和表决权。内部退养、待岗的会籍不变，不用办。',
  restore: '重新就业等：从生效日起恢复会员的全部权利。',
  leave: '退会自由：本人告诉工会，由委员会宣布并收回会员证。',
  deemed: '没有正当理由连续 6 个月不交会费、不参加组织生活，经教育拒不改正的。要先教育并记录，再由委员会决定，不会自动退会。',
  expel: '只限严重违法犯罪并受到刑事处罚的：小组讨论、委员会决定、报上一级工会备案。',
}

/** 办理会籍变动 */
export function OpenPage() {
  const [kind, setKind] = useState<ChangeKind>('retain')
  const [memberId, setMember] = useState<string>()
  const [day, setDay] = useState(today)
  const [ground, setGround] = useState<keyof typeof retainGrounds>('retired')
  const [words, setWords] = useState('')
  const navigate = useNavigate()
  const open = useMutation(api.standing.open.mutationOptions())
  const isReady = memberId && day && (kind !== 'expel' || words.trim().length >= 4)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const note = words.trim() || null
    const given =
      kind === 'retain'
        ? { kind, memberId, ground, effectiveOn: day, note }
        : kind === 'deemed'
          ? { kind, memberId, idleSince: day, note }
          : kind === 'expel'
            ? { kind, memberId, judgment: words.trim(), judgedOn: day, note: null }
            : { kind, memberId, effectiveOn: day, note }
    open.mutate(given, { onSuccess: ({ id }) => void navigate({ to: `/standing/${id}` as '/' }) })
  }
  const dayNames: Record<ChangeKind, string> = {
    retain: '从哪天起保留',
    restore: '从哪天起恢复',
    leave: '本人提出的日子',
    deemed: '从哪天起不交会费、不参加活动',
    expel: '判决生效的日子',
  }
  return (
    <Page line="办理会籍变动">
      <Section title="办哪一种" padded>
        <div className="chips">
          {(Object.entries(changeKindNames) as [ChangeKind, string][]).map(([code, name]) => (
            <button key={code} type="button" className="pill" aria-pressed={kind === code} onClick={() => setKind(code)}>
              {name}
            </button>
          ))}
        </div>
        <p className="muted">
          {explained[kind]} <Cite article={cites[kind]} />
        </p>
      </Section>
      <Section title={changeKindNames[kind]} padded>
        <form className="narrow-form" onSubmit={submit}>
          <MemberPick value={memberId} pick={setMember} />
          {kind === 'retain' && (
            <div className="field">
              <label htmlFor="standing-ground">事由</label>
              <Select
                id="standing-ground"
                value={ground}
                onChange={setGround}
                options={(Object.entries(retainGrounds) as [typeof ground, string][]).map(([value, label]) => ({ value, label }))}
              />
            </div>
          )}
          <DayField label={dayNames[kind]} isStacked value={day} pick={(picked) => setDay(picked ?? '')} />
          <Field
            label={kind === 'expel' ? '判决书案号' : '说明（可以不填）'}
            value={words}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="submit" kind="primary" busy={open.isPending} aria-disabled={!isReady}>
            开始办理
          </Button>
        </form>
      </Section>
    </Page>
  )
}

function MemberPick({ value, pick }: { value: string | undefined; pick: (id: string) => void }) {
  const [words, setWords] = useState('')
  const { data } = useQuery({ ...api.members.list.queryOptions({ input: { text: words, size: 10 } }), enabled: words !== '' })
  return (
    <div className="field">
      <label htmlFor="standing-member">会员</label>
      <Select
        id="standing-member"
        {...(value && { value })}
        onChange={pick}
        showSearch={{ filterOption: false, onSearch: (text) => setWords(text.trim()) }}
        options={data?.rows.map((row) => ({ value: row.id, label: `${row.name}（${row.unionName}）` })) ?? []}
        placeholder="写姓名、拼音首字母或手机号"
        notFoundContent={words ? '没有这个会员' : undefined}
      />
    </div>
  )
}
