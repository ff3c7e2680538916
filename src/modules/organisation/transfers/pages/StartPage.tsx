import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Found, UnionFind } from '#web/UnionFind'
import { type Ground, groundNames } from '../contract/words.ts'

/** 办理转会: send a member on, or ask for one. */
export function StartPage() {
  const [way, setWay] = useState<'in' | 'out'>('in')
  const ways = { in: '转入：会员在别的工会，现在到了我们单位', out: '转出：本工会会员去了别的单位' } as const
  return (
    <Page line="办理转会，什么都不用重新填。">
      <Section title="哪一种" padded>
        <div className="chips">
          {(['in', 'out'] as const).map((each) => (
            <button key={each} type="button" className="pill" aria-pressed={way === each} onClick={() => setWay(each)}>
              {ways[each]}
            </button>
          ))}
        </div>
      </Section>
      {way === 'in' ? <In /> : <Out />}
    </Page>
  )
}

function useDone() {
  const navigate = useNavigate()
  return ({ id }: { id: string }) => void navigate({ to: `/transfers/${id}` as '/' })
}

function In() {
  const { post } = useMe()
  const [union, setUnion] = useState<Found | null>(post ? { id: post.unionId, name: post.unionName, above: null } : null)
  const [name, setName] = useState('')
  const [idNumber, setNumber] = useState('')
  const start = useMutation(api.transfers.startNew.mutationOptions())
  const done = useDone()
  const isReady = union && name.trim() && idNumber.trim()
  return (
    <Section title="转入" note="姓名和证件号码都对上，才找得到他的会籍" padded>
      <form
        className="narrow-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) start.mutate({ unionId: union.id, name, idNumber, ground: 'newEmployer' }, { onSuccess: done })
        }}
      >
        <UnionFind label="转入本级或下级哪个工会" value={union} pick={setUnion} />
        <Field label="姓名" value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        <Field label="证件号码" value={idNumber} autoComplete="off" onChange={(event) => setNumber(event.target.value)} />
        <Button type="submit" kind="primary" busy={start.isPending} aria-disabled={!isReady}>
          提出转入
        </Button>
      </form>
    </Section>
  )
}

function Out() {
  const [words, setWords] = useState('')
  const [memberId, setMember] = useState<string>()
  const [union, setUnion] = useState<Found | null>(null)
  const [ground, setGround] = useState<Ground>('newEmployer')
  const { data } = useQuery({ ...api.members.list.queryOptions({ input: { text: words, size: 10 } }), enabled: words !== '' })
  const start = useMutation(api.transfers.startOld.mutationOptions())
  const done = useDone()
  const isReady = memberId && union
  return (
    <Section title="转出" padded>
      <form
        className="narrow-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) start.mutate({ memberId, unionId: union.id, ground }, { onSuccess: done })
        }}
      >
        <div className="field">
          <label htmlFor="transfer-member">会员</label>
          <Select
            id="transfer-member"
            {...(memberId && { value: memberId })}
            onChange={setMember}
            showSearch={{ filterOption: false, onSearch: (text) => setWords(text.trim()) }}
            options={data?.rows.map((row) => ({ value: row.id, label: `${row.name}（${row.unionName}）` })) ?? []}
            placeholder="写姓名、拼音首字母或手机号"
            notFoundContent={words ? '没有这个会员' : undefined}
          />
        </div>
        <div className="field">
          <label htmlFor="transfer-ground">事由</label>
          <Select
            id="transfer-ground"
            value={ground}
            onChange={setGround}
            options={(Object.entries(groundNames) as [Ground, string][]).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <UnionFind label="转到哪个工会" value={union} pick={setUnion} />
        <Button type="submit" kind="primary" busy={start.isPending} aria-disabled={!isReady}>
          提出转出
        </Button>
      </form>
    </Section>
  )
}
