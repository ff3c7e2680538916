import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { QrCode } from '#web/QrCode'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { UnionFind } from '#web/UnionFind'
import { inFours, newCode } from './code.ts'
import { blank, type Filled, lacks, workOf } from './work.ts'
import { Consents, WorkFields } from './WorkFields.tsx'
import './joining.css'

/** 窗口代办: a clerk enters what a person brought on paper or said; he leaves with a slip to follow it by. */
export function EnterPage() {
  const { post } = useMe()
  const own = post ? { id: post.unionId, name: post.unionName, above: null } : null
  const fresh = () => ({ filled: { ...blank, union: own } as Filled, paper: '', code: newCode() })
  const [{ filled, paper, code }, set] = useState(fresh)
  const fill = (part: Partial<Filled>) => set((before) => ({ ...before, filled: { ...before.filled, ...part } }))
  const enter = useMutation(api.joining.enter.mutationOptions({ meta: { quiet: true } }))
  const missing = [...lacks({ ...filled, mobile: filled.mobile || '-' }, false), ...(paper.trim() ? [] : ['申请书编号或说明'])]
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { name, idNumber, mobile } = filled
    if (missing.length === 0) enter.mutate({ ...workOf(filled), name, idNumber, mobile: mobile || null, paper, code })
  }
  const again = () => {
    enter.reset()
    setTried(false)
    set(fresh())
  }
  if (enter.data) return <Slip code={code} id={enter.data.id} name={filled.name} again={again} />
  return (
    <Page line="替本人登记入会申请。" above="窗口代办，留下经办记录">
      <form className="stack enter-form" onSubmit={submit} noValidate>
        <Section title="加入哪个工会" padded>
          <UnionFind label="本级或下级工会" value={filled.union} pick={(union) => fill({ union })} />
          <Field
            label="申请书编号或说明"
            value={paper}
            hint="如：纸质申请书 2026-015；本人口述，当面签字"
            onChange={({ target: { value } }) => set((before) => ({ ...before, paper: value }))}
          />
        </Section>
        <Section title="申请人" padded>
          <Field label="姓名" value={filled.name} autoComplete="off" onChange={(event) => fill({ name: event.target.value })} />
          <Field
            label="身份证号"
            value={filled.idNumber}
            autoComplete="off"
            onChange={(event) => fill({ idNumber: event.target.value })}
          />
          <Field
            label="手机号（没有可以不填）"
            value={filled.mobile}
            autoComplete="off"
            onChange={(event) => fill({ mobile: event.target.value })}
          />
          <WorkFields filled={filled} fill={fill} />
        </Section>
        <Section title="本人的意思" padded>
          <Consents filled={filled} fill={fill} />
          {isTried && missing.length > 0 && (
            <p className="late" role="alert">
              还差：{missing.join('、')}
            </p>
          )}
          {enter.error && (
            <p className="late" role="alert">
              {inWords(enter.error).title}
            </p>
          )}
          <Button type="submit" kind="primary" busy={enter.isPending}>
            登记
          </Button>
        </Section>
      </form>
    </Page>
  )
}

const Slip = ({ code, id, name, again }: { code: string; id: string; name: string; again: () => void }) => (
  <Page
    line={`登记好了，请把回执交给${name}。`}
    acts={
      <>
        <Button onClick={() => print()}>打印回执</Button>
        <Button onClick={again}>再登记一份</Button>
        <Link to={`/joining/${id}` as '/'} className="btn primary">
          去审批
        </Link>
      </>
    }
  >
    <Section title="入会申请受理回执" padded>
      <div className="keep-code">
        <QrCode text={`${location.origin}/m/join/state#${code}`} label="查进度的二维码" />
        <p className="code">{inFours(code)}</p>
        <p className="muted">用手机扫码，或凭查询码查进度。</p>
      </div>
    </Section>
  </Page>
)
