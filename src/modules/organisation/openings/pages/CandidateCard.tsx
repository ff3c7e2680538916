import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Candidate, Detail } from '../contract.ts'
import { cameNames, criteria, criterionNames, lackNames, mayAdd } from '../rules.ts'
import { Assessing } from './Assessing.tsx'
import { Choosing, Starting } from './Deciding.tsx'
import { Chosen } from './Chosen.tsx'

type Props = { opening: Detail; candidate: Candidate; mayManage: boolean }

/** One candidate: evidence, opinions, what is missing, and the next step. */
export function CandidateCard({ opening, candidate, mayManage }: Props) {
  const [open, setOpen] = useState<'assess' | 'choose' | 'start'>()
  const drop = useMutation(api.openings.drop.mutationOptions())
  const { id, personName, memberId, came, statement, lacks, selection, withdrawnOn, droppedOn, droppedWhy } = candidate
  const isOut = !!(withdrawnOn ?? droppedOn)
  const isOpen = mayManage && !isOut && !selection && !mayAdd(opening.state)
  const strike = async () => {
    const why = await ask({ title: `不再考虑${personName}？`, act: '划去', reasons: ['不符合任职条件', '本人放弃'] })
    if (why !== false) drop.mutate({ id, why })
  }
  const close = () => setOpen(undefined)
  return (
    <Section title={personName} note={noteOf(candidate)} padded>
      <p className="muted">
        {cameNames[came]}：{statement}{' '}
        {memberId && selection?.startsOn && opening.kind && (
          <Link to={`/cadres/${memberId}` as '/'} className="link">
            看干部档案
          </Link>
        )}
      </p>
      <dl className="facts">
        {criteria.map((criterion) => (
          <Fragment key={criterion}>
            <dt>{criterionNames[criterion]}</dt>
            <dd>{candidate[criterion] ?? <span className="faint">还没有依据</span>}</dd>
          </Fragment>
        ))}
        <dt>群众意见</dt>
        <dd>
          {candidate.workersAsked === null ? (
            <span className="faint">还没有听取</span>
          ) : (
            `听取 ${candidate.workersAsked} 人，赞成 ${candidate.workersFor} 人`
          )}
        </dd>
        <dt>上级意见</dt>
        <dd>
          {candidate.superiorAgrees === null ? (
            <span className="faint">还没有</span>
          ) : (
            `${candidate.superiorAgrees ? '同意' : '不同意'}：${candidate.superiorOpinion}`
          )}
        </dd>
      </dl>
      {droppedWhy && <p className="muted">划去的原因：{droppedWhy}</p>}
      {!isOut && !selection && lacks.length > 0 && (
        <p className="faint">还缺：{lacks.map((lack) => lackNames[lack]).join('、')}</p>
      )}
      {selection && <Chosen selection={selection} />}
      {isOpen && !open && (
        <div className="acts no-print">
          <Button onClick={strike}>划去</Button>
          <Button onClick={() => setOpen('assess')}>写依据和意见</Button>
          <Button onClick={() => setOpen('choose')}>选定</Button>
        </div>
      )}
      {mayManage && selection && !selection.startsOn && opening.state !== 'calledOff' && !open && (
        <div className="acts no-print">
          <Button onClick={() => setOpen('start')}>办理到岗</Button>
        </div>
      )}
      {open === 'assess' && <Assessing candidate={candidate} done={close} />}
      {open === 'choose' && <Choosing opening={opening} candidate={candidate} done={close} />}
      {open === 'start' && selection && <Starting opening={opening} selection={selection} done={close} />}
    </Section>
  )
}

function noteOf({ selection, withdrawnOn, droppedOn, hasTheory, hasPractice }: Candidate) {
  if (withdrawnOn) return <Chip>{withdrawnOn} 撤回</Chip>
  if (droppedOn) return <Chip>{droppedOn} 划去</Chip>
  if (selection?.startsOn) return <Chip hue="green">{selection.startsOn} 到岗</Chip>
  if (selection) return <Chip hue="amber">公示至 {selection.noticeUntil}</Chip>
  return [hasTheory && '懂理论', hasPractice && '有实践'].filter(Boolean).join(' · ') || undefined
}
