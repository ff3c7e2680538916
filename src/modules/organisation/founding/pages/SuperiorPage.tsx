import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps } from '#web/StateSteps'
import { dueInWords } from '#web/words'
import type { Item, Project } from '../contract.ts'
import { blockOf, itemNames } from '../rules.ts'
import { Text } from './fields.tsx'
import { Findings, sentenceOf, stepsOf, Timeline } from './parts.tsx'
import { SideBySide } from './SideBySide.tsx'
import { Signatures } from './SeenParts.tsx'
import { Meetings, Tasks } from './Tasks.tsx'
import './founding.css'

/** A project as its superior reads and decides it. */
export function SuperiorPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery(api.founding.get.queryOptions({ input: { id } }))
  const mayDecide = usePermission('unions.approve')
  if (error)
    return (
      <Page line="没有找到这个建会项目">
        <EmptyState title={inWords(error).title} />
      </Page>
    )
  if (!data) return <Page line="建会项目" />
  return (
    <Page
      line={sentenceOf(data)}
      above={<Link to={'/founding' as '/'}>网上建会</Link>}
      acts={
        data.filings.length > 0 && (
          <Link to={`/founding/${id}/paper` as '/'} className="btn plain">
            请示和批复
          </Link>
        )
      }
      side={
        <>
          {mayDecide && data.state === 'filed' && <Decide project={data} />}
          {mayDecide && data.state === 'elected' && <Confirm project={data} />}
          <Findings project={data} />
          <Timeline project={data} />
        </>
      }
    >
      <StateSteps label="建会办到哪一步" steps={stepsOf(data)} />
      <SideBySide project={data} />
      <Signatures project={data} />
      <Tasks project={data} isSeen />
      <Meetings project={data} isSeen />
    </Page>
  )
}

function Decide({ project: { id, version, name, supporters, findings, answerBy } }: { project: Project }) {
  const approve = useMutation(api.founding.approve.mutationOptions())
  const [number, setNumber] = useState('')
  const [term, setTerm] = useState(3)
  const due = answerBy ? dueInWords(answerBy) : null
  const yes = async () => {
    const body = `${supporters} 名签名职工成为会员，筹备组负责人取得筹备权限。`
    if ((await ask({ title: `批准成立${name}？`, body, act: '批准' })) === false) return
    approve.mutate(
      { id, version, number, termYears: term },
      {
        onSuccess: ({ admitted, elsewhere }) =>
          notify({
            tone: 'good',
            title: `已批准，${admitted} 人成为会员${elsewhere ? `，${elsewhere} 人会籍在别处，请办转会` : ''}`,
          }),
      },
    )
  }
  return (
    <>
      <Section title="批复" note={due && `${due.first} ${due.second}`} padded>
        <Text label="批复文号" hint="如：永工发〔2026〕12 号" value={number} change={setNumber} />
        <p>
          每届任期{' '}
          {[3, 5].map((years) => (
            <Button
              key={years}
              kind={term === years ? 'plain' : 'link'}
              aria-pressed={term === years}
              onClick={() => setTerm(years)}
            >
              {years} 年
            </Button>
          ))}
        </p>
        <div className="acts">
          <RuledButton verdict={blockOf(findings)} kind="primary" busy={approve.isPending} onClick={yes}>
            批准
          </RuledButton>
        </div>
        <p className="cite">《工会法》第十二条；答复期限是平台默认值</p>
      </Section>
      <SendBack id={id} version={version} />
    </>
  )
}

/** Item by item, each with its reason. */
function SendBack({ id, version }: { id: string; version: number }) {
  const sendBack = useMutation(api.founding.sendBack.mutationOptions())
  const [reasons, setReasons] = useState<Partial<Record<Item, string>>>({})
  const picked = Object.keys(reasons) as Item[]
  const turn = (item: Item) => {
    const { [item]: was, ...rest } = reasons
    setReasons(was === undefined ? { ...reasons, [item]: '' } : rest)
  }
  const submit = () => sendBack.mutate({ id, version, items: picked.map((item) => ({ item, reason: reasons[item]! })) })
  return (
    <Section title="退回补正" note="点哪一项要补，写明理由" padded>
      <div className="chips">
        {(Object.keys(itemNames) as Item[]).map((item) => (
          <button key={item} type="button" className="pill" aria-pressed={item in reasons} onClick={() => turn(item)}>
            {itemNames[item]}
          </button>
        ))}
      </div>
      {picked.map((item) => (
        <Text
          key={item}
          label={itemNames[item]}
          hint="至少 4 个字"
          value={reasons[item]!}
          change={(reason) => setReasons({ ...reasons, [item]: reason })}
        />
      ))}
      {picked.length > 0 && (
        <div className="acts">
          <Button busy={sendBack.isPending} onClick={submit}>
            退回
          </Button>
        </div>
      )}
    </Section>
  )
}

function Confirm({ project: { id, version, election } }: { project: Project }) {
  const confirm = useMutation(api.founding.confirm.mutationOptions())
  if (!election) return null
  return (
    <Section title="登记成立" padded>
      <p>
        {election.electedOn} 选举，应到 {election.expected} 人，实到 {election.present} 人，选出 {election.seats}{' '}
        人，主席（组织员）{election.chair}。
      </p>
      <p className="muted">{election.paper}</p>
      <div className="acts">
        <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ id, version })}>
          登记成立
        </Button>
      </div>
    </Section>
  )
}
