import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Draft } from '../contract.ts'
import { type ElectionKind, electionKindNames } from '../rules/names.ts'
import { Tick } from './fields.tsx'
import { asked } from './MotionForm.tsx'
import { Findings } from './parts.tsx'
import { type Deputy, PlanForm } from './PlanForm.tsx'
import './elections.css'

const notes: Record<ElectionKind, string> = {
  term: '任期届满，选举新一届委员会',
  first: '新建工会第一次选举',
  byElection: '主席、副主席或委员空缺',
  recall: '罢免主席、副主席、委员，或者由选举单位罢免一名代表',
  deputies: '按选举单位选职工代表',
  delegates: '按选举单位选会员代表',
}

/** 发起选举: choose what, then the plan as drafted from the union's own facts. */
export function NewPage() {
  const { post } = useMe()
  const [kind, setKind] = useState<ElectionKind>('term')
  const unionId = post?.unionId ?? ''
  const { data } = useQuery({ ...api.elections.facts.queryOptions({ input: { unionId, kind } }), enabled: unionId !== '' })
  return (
    <Page
      line="发起选举。"
      above={<Link to={'/elections' as '/'}>选举换届</Link>}
      side={data && <Findings title="按规定核对" list={data.findings} />}
    >
      <Section title="选什么" padded>
        <div className="chips" role="group" aria-label="选什么">
          {(Object.keys(electionKindNames) as ElectionKind[]).map((one) => (
            <button key={one} type="button" className="pill" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {electionKindNames[one]}
            </button>
          ))}
        </div>
        <p className="muted">
          {notes[kind]}。
          {data &&
            `本工会会员 ${data.facts.members} 人，其中女 ${data.facts.women} 人${data.facts.termEndsOn ? `，本届 ${data.facts.termEndsOn} 届满` : ''}。`}
        </p>
      </Section>
      {data && <Editing key={kind} kind={kind} unionId={unionId} start={data.draft} deputies={data.deputies} />}
    </Page>
  )
}

type EditingProps = { kind: ElectionKind; unionId: string; start: Draft; deputies: readonly Deputy[] }

function Editing({ kind, unionId, start, deputies }: EditingProps) {
  const navigate = useNavigate()
  const open = useMutation(api.elections.open.mutationOptions())
  const [draft, setDraft] = useState(() => begun(kind, start))
  const [isRehearsal, setRehearsal] = useState(false)
  const submit = () =>
    open.mutate(
      { ...draft, unionId, kind, title: '', isRehearsal },
      { onSuccess: ({ id }) => navigate({ to: `/elections/${id}` as '/' }) },
    )
  return (
    <>
      <PlanForm kind={kind} draft={draft} change={setDraft} deputies={deputies} />
      <div className="acts">
        <Button kind="primary" busy={open.isPending} onClick={submit}>
          开始办理
        </Button>
        <Tick label="这是演练，结果不作数（第一次用手机投票前必须演练）" value={isRehearsal} change={setRehearsal} />
      </div>
    </>
  )
}

/** A recall asks one question. */
const begun = (kind: ElectionKind, start: Draft): Draft => (kind === 'recall' ? { ...start, contests: [asked()] } : start)
