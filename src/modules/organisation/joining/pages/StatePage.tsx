import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Field } from '#web/account/Field'
import { api, client } from '#web/api'
import { ask } from '#web/ask'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { QrCode } from '#web/QrCode'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Step, StateSteps } from '#web/StateSteps'
import { dayInWords, dueInWords } from '#web/words'
import type { Progress } from '../contract.ts'
import { Bare } from './Bare.tsx'
import { codeAtHand, forgetCode, inFours } from './code.ts'

/** 入会进度: by the code this phone keeps, by a scanned or typed one, or one's own when signed in. */
export function StatePage() {
  const [code, setCode] = useState(codeAtHand)
  const byCode = useQuery({
    ...api.joining.progress.queryOptions({ input: { code } }),
    enabled: code.length >= 16,
    retry: false,
  })
  const { data: mine } = useQuery({
    queryKey: ['joining', 'mine'],
    queryFn: () => client.joining.mine().catch(() => []),
    retry: false,
  })
  const shown = byCode.data ?? mine?.[0]
  return (
    <Bare>
      <Page line={shown ? lineOf(shown) : '查入会进度'} above={shown?.unionName}>
        {shown && <Shown progress={shown} code={byCode.data ? code : null} />}
        {!shown && <Ask fault={byCode.error ? inWords(byCode.error).title : undefined} submit={setCode} />}
        {mine && mine.length > 1 && <Earlier rows={mine.slice(1)} />}
      </Page>
    </Bare>
  )
}

function lineOf({ name, state, dueOn, number }: Progress) {
  const due = dueInWords(dueOn)
  const lines = {
    applied: due.isLate ? '工会还没有答复，已过承诺的日子。' : `申请交上了，${dayInWords(dueOn)}前答复。`,
    approved: `${name}，您已是工会会员${number ? `，会员证号 ${number}` : ''}。`,
    refused: '这次没有批准，理由在下面。',
    withdrawn: '您撤回了这份申请。',
    transferring: '会籍在别的工会，已改办转会。',
  }
  return lines[state]
}

function stepsOf({ state, appliedOn, dueOn, decidedOn, reason }: Progress): Step[] {
  const filed: Step = { title: '提交申请', state: 'done', note: dayInWords(appliedOn) }
  if (state === 'withdrawn') return [filed, { title: '本人撤回', state: 'stopped', note: decidedOn && dayInWords(decidedOn) }]
  const answer: Step =
    state === 'applied'
      ? { title: '工会答复', state: 'now', note: `承诺 ${dayInWords(dueOn)}前` }
      : {
          title: '工会答复',
          state: state === 'refused' ? 'stopped' : 'done',
          note: reason ?? (decidedOn && dayInWords(decidedOn)),
        }
  if (state === 'transferring') return [filed, answer, { title: '原工会转出', state: 'now' }, { title: '转入', state: 'later' }]
  return [filed, answer, { title: '发会员证', state: state === 'approved' ? 'done' : 'later' }]
}

function Shown({ progress, code }: { progress: Progress; code: string | null }) {
  return (
    <>
      <Section title="办到哪一步" padded>
        <StateSteps steps={stepsOf(progress)} label="入会进度" />
        <p className="muted small">
          答复期限：
          <Cite article={progress.cite} />
        </p>
        {progress.reason && progress.state === 'refused' && <p>理由：{progress.reason}</p>}
      </Section>
      {code && progress.state === 'applied' && <KeepCode code={code} />}
      <Next progress={progress} code={code} />
    </>
  )
}

/** The code is shown now and kept on this phone; on paper it can be scanned. */
const KeepCode = ({ code }: { code: string }) => (
  <Section title="查询码，请记好" padded>
    <div className="keep-code">
      <QrCode text={`${location.origin}/m/join/state#${code}`} label="查进度的二维码" />
      <p className="code">{inFours(code)}</p>
      <p className="muted">换手机或清了记录，凭它查进度。可以截图，也可以打印。</p>
      <Button className="no-print" onClick={() => print()}>
        打印
      </Button>
    </div>
  </Section>
)

function Next({ progress, code }: { progress: Progress; code: string | null }) {
  const withdraw = useMutation(api.joining.withdraw.mutationOptions())
  const withdrawMine = useMutation(api.joining.withdrawMine.mutationOptions())
  const takeBack = async () => {
    if ((await ask({ title: '撤回入会申请？', body: '撤回后可以重新申请。', act: '撤回申请' })) === false) return
    if (code) withdraw.mutate({ code })
    else withdrawMine.mutate({ id: progress.id })
  }
  if (progress.state === 'applied')
    return (
      <Button kind="link" busy={withdraw.isPending || withdrawMine.isPending} onClick={takeBack}>
        不想申请了，撤回
      </Button>
    )
  if (progress.state === 'approved')
    return (
      <Section title="下一步" padded>
        <p>请向工会领取账号，登录后就能看会员证、办事。已有账号的直接打开会员证。</p>
        <Link to={'/card' as '/'} className="btn primary">
          看会员证
        </Link>
      </Section>
    )
  if (progress.state === 'transferring') return null
  return (
    <Link to={'/join' as '/'} className="btn primary" onClick={forgetCode}>
      重新申请
    </Link>
  )
}

function Ask({ fault, submit }: { fault: string | undefined; submit: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    submit(typed.replaceAll(/[\s-]/g, '').toUpperCase())
  }
  return (
    <Section title="用查询码查" padded>
      <form onSubmit={send}>
        <Field
          label="16 位查询码"
          value={typed}
          autoComplete="off"
          fault={fault}
          hint="申请时手机上显示的那一串，或受理回执上的"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" kind="primary">
          查进度
        </Button>
      </form>
      <EmptyState title="还没有申请过？" act={<Link to={'/join' as '/'}>去申请入会</Link>}>
        一分钟填完，不用拍证件。
      </EmptyState>
    </Section>
  )
}

const Earlier = ({ rows }: { rows: readonly Progress[] }) => (
  <Section title="以前的申请" padded>
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          {dayInWords(row.appliedOn)} · {row.unionName} · {lineOf(row)}
        </li>
      ))}
    </ul>
  </Section>
)
