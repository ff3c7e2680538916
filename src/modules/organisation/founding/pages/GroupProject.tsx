import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps } from '#web/StateSteps'
import type { Project } from '../contract.ts'
import { blockOf, mayEdit, mayFile, mayWithdraw } from '../rules.ts'
import { DraftForm } from './DraftForm.tsx'
import { ElectionForm } from './ElectionForm.tsx'
import { Findings, Returns, sentenceOf, stepsOf, Timeline } from './parts.tsx'
import { Group, Signatures } from './Signatures.tsx'
import { Meetings, Tasks } from './Tasks.tsx'
import './founding.css'

/** A project as its group sees it; `base` is where it stands: on the phone or on the desk. */
export function GroupProject({ id, base }: { id: string; base: string }) {
  const { data, error } = useQuery(api.founding.own.queryOptions({ input: { id } }))
  const [isEditing, setEditing] = useState(false)
  if (error)
    return (
      <Page line="没有找到这个建会项目">
        <EmptyState title={inWords(error).title} />
      </Page>
    )
  if (!data) return <Page line="建会项目" />
  if (isEditing)
    return (
      <Page line="修改建会情况。" above={data.name} acts={<Button onClick={() => setEditing(false)}>不改了</Button>}>
        <DraftForm project={data} done={() => setEditing(false)} />
      </Page>
    )
  return (
    <Page
      line={sentenceOf(data)}
      above={<Link to={base as '/'}>我的建会项目</Link>}
      acts={
        data.filings.length > 0 && (
          <Link to={`${base}/${id}/paper` as '/'} className="btn plain">
            打印请示{data.number && '和批复'}
          </Link>
        )
      }
    >
      <StateSteps label="建会办到哪一步" steps={stepsOf(data)} />
      <Returns filings={data.filings} state={data.state} />
      <Acts project={data} edit={() => setEditing(true)} />
      <Signatures project={data} />
      <Group project={data} />
      <Tasks project={data} />
      <Meetings project={data} />
      <Findings project={data} />
      <Timeline project={data} />
    </Page>
  )
}

function Acts({ project, edit }: { project: Project; edit: () => void }) {
  const { id, version, state, group, units, supporters, findings } = project
  const file = useMutation(api.founding.file.mutationOptions())
  const withdraw = useMutation(api.founding.withdraw.mutationOptions())
  const head = group.find(({ side }) => side === 'head')
  const facts = { hasHead: head !== undefined, isHeadSigned: head?.supporterId != null, supporters, units: units.length }
  const ready = mayFile(state, { ...facts, codes: units.filter(({ creditCode }) => creditCode).length }, findings)
  const giveUp = async () => {
    const reason = await ask({
      title: '撤回这个建会项目？',
      body: '职工的签名随即删除，单位可以重新发起。',
      act: '撤回建会',
      reasons: ['职工决定加入联合工会', '信息有误，重新发起'],
      danger: true,
    })
    if (reason !== false) withdraw.mutate({ id, version, reason })
  }
  if (state === 'approved') return <ElectionForm project={project} />
  if (mayWithdraw(state) !== null) return null
  return (
    <Section title={state === 'filed' ? '等上级批复' : '办理'} padded>
      {blockOf(findings) && mayEdit(state) === null && <p className="late">{blockOf(findings)?.reason}</p>}
      <div className="acts">
        {mayEdit(state) === null && (
          <>
            <RuledButton verdict={ready} kind="primary" busy={file.isPending} onClick={() => file.mutate({ id, version })}>
              报送{project.superiorName}
            </RuledButton>
            <Button onClick={edit}>修改情况</Button>
          </>
        )}
        <Button kind="link" busy={withdraw.isPending} onClick={giveUp}>
          撤回
        </Button>
      </div>
    </Section>
  )
}
