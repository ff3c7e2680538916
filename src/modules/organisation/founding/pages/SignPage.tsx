import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { faultOf } from '#web/rule'
import { Section } from '#web/Section'
import { consentText, Signature } from '../contract.ts'
import { Choice, Text } from './fields.tsx'
import './founding.css'

const place = (code: string) => `gongqiao.founding.${code}`

/** 签名支持建会: for whoever has the link; nobody signs in. The receipt stays on the phone, and takes the signature back. */
export function SignPage() {
  const { code = '' }: { code?: string } = useSearch({ strict: false })
  const { data, error } = useQuery({ ...api.founding.invitation.queryOptions({ input: { code } }), retry: false })
  const [receipt, setReceipt] = useState(() => localStorage.getItem(place(code)))
  if (error)
    return (
      <main id="main" className="founding-bare">
        <Page line="这个链接不对">
          <EmptyState title={inWords(error).title}>请向筹备组要新的二维码。</EmptyState>
        </Page>
      </main>
    )
  if (!data)
    return (
      <main id="main" className="founding-bare">
        <Page line="签名支持建会" />
      </main>
    )
  const keep = (got: string | null) => {
    if (got) localStorage.setItem(place(code), got)
    else localStorage.removeItem(place(code))
    setReceipt(got)
  }
  return (
    <main id="main" className="founding-bare">
      <Page
        line={receipt ? '您已经签名。' : `签名支持成立${data.name}。`}
        above={`${data.headName ? `${data.headName}等发起，` : ''}报${data.superiorName}`}
      >
        {receipt ? (
          <Signed code={code} receipt={receipt} isOpen={data.isOpen} gone={() => keep(null)} />
        ) : data.isOpen ? (
          <Form code={code} units={data.units} done={keep} />
        ) : (
          <EmptyState title="签名已经结束">工会已经批准的，请直接申请入会。</EmptyState>
        )}
      </Page>
    </main>
  )
}

function Form({
  code,
  units,
  done,
}: {
  code: string
  units: readonly { id: string; name: string }[]
  done: (receipt: string) => void
}) {
  const sign = useMutation(api.founding.sign.mutationOptions({ meta: { quiet: true } }))
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [mobile, setMobile] = useState('')
  const [unitId, setUnit] = useState(units[0]?.id ?? '')
  const [isAgreed, setAgreed] = useState(false)
  const names = Object.fromEntries(units.map((unit) => [unit.id, unit.name]))
  const fault = idNumber && faultOf(Signature.shape.idNumber, idNumber)
  const isReady = name.length > 1 && idNumber && !fault && isAgreed
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    sign.mutate(
      { code, unitId: unitId || null, name, idNumber, mobile: mobile || null, textVersion: consentText.version },
      { onSuccess: ({ receipt }) => done(receipt) },
    )
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Section title="您是谁" padded>
        <div className="stack">
          <Text label="姓名" value={name} change={setName} />
          <Text label="身份证号" hint="只用来保证一人签一次" value={idNumber} change={setIdNumber} />
          {fault && <p className="late">{fault}</p>}
          <Text label="手机号（可以不填）" type="tel" value={mobile} change={setMobile} />
          {units.length > 1 && <Choice label="在哪个单位" names={names} value={unitId} change={setUnit} />}
        </div>
      </Section>
      <Section title="请看清楚再签" note={`第 ${consentText.version} 版`} padded>
        {consentText.paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
        <label className="check">
          <input type="checkbox" checked={isAgreed} onChange={(event) => setAgreed(event.target.checked)} />
          我看过了，同意
        </label>
      </Section>
      {sign.error && (
        <p className="warn" role="alert">
          {inWords(sign.error).title}
        </p>
      )}
      <Button type="submit" kind="primary" aria-disabled={!isReady} busy={sign.isPending}>
        签名
      </Button>
    </form>
  )
}

function Signed({ code, receipt, isOpen, gone }: { code: string; receipt: string; isOpen: boolean; gone: () => void }) {
  const takeBack = useMutation(api.founding.takeBack.mutationOptions())
  const back = async () => {
    if ((await ask({ title: '撤回签名？', body: '您的姓名和身份证号随即从名册里删除。', act: '撤回签名' })) !== false)
      takeBack.mutate({ code, receipt }, { onSuccess: gone })
  }
  return (
    <Section title="接下来" padded>
      <p>筹备组报上级工会批准后，您就是会员，不用再填表。</p>
      {isOpen && (
        <div className="acts">
          <Button kind="link" busy={takeBack.isPending} onClick={back}>
            撤回签名
          </Button>
        </div>
      )}
    </Section>
  )
}
