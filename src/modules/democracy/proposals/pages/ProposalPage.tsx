import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { inWords } from '#web/faults'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import type { Proposal } from '../contract.ts'
import { categories, grades, outcomes, solutions, stateNames } from '../contract/words.ts'
import { Attached } from './Attached.tsx'
import { Examination } from './Examination.tsx'
import { Effects } from './Effects.tsx'
import { Answering, Assigning, Working } from './Handling.tsx'
import { gradeHues, outcomeHues, stateHues } from './hues.ts'
import { Merged } from './Merged.tsx'
import { Thread } from './Thread.tsx'
import './offline/proposals.css'

const route = getRouteApi('/proposals/$id')

/** One proposal at the desk: the form as it is printed, and what may be done with it now. */
export function ProposalPage() {
  const { id } = route.useParams() as { id: string }
  const { data, error } = useQuery(api.proposals.get.queryOptions({ input: { id } }))
  const { post } = useMe()
  const isHere = data?.unionId === post?.unionId
  const mayManage = usePermission('democracy.manage') && isHere
  const mayAnswer = usePermission('democracy.answer') && isHere
  if (!data) return error ? <Page line={inWords(error).title} /> : <Bones />
  return (
    <Page
      line={data.title}
      above={<Link to={'/proposals' as '/'}>{`${data.number ? `提案 ${data.number}` : '提案'} · ${data.unionName}`}</Link>}
      acts={<Button onClick={() => print()}>打印提案表</Button>}
      side={
        <Section title="一步一步" padded>
          <Thread steps={data.steps} />
        </Section>
      }
    >
      <Form proposal={data} />
      {mayManage && data.state === 'collected' && (
        <Section title="审查" padded>
          <Examination proposal={data} />
        </Section>
      )}
      <Merged proposal={data} mayManage={mayManage} />
      {mayManage && data.state === 'filed' && <Assigning proposal={data} />}
      <Answers proposal={data} mayAnswer={mayAnswer} />
      {mayAnswer && data.state === 'answered' && data.outcome !== 'declined' && <Working proposal={data} />}
      <Effects proposal={data} mayState={mayManage} maySettle={mayAnswer} />
    </Page>
  )
}

/** 提案表 (DOC-25): number, title, category, reasons, measures, who stands behind it, the committee's finding. */
function Form({ proposal }: { proposal: Proposal }) {
  const { state, isLate, round, grade, category, wrong, proposed, benefit, authors, delegation, seconderNames } = proposal
  const facts: [string, string | null][] = [
    ['类别', categories[category].title],
    ['提案人', authors.join('、')],
    ['代表团', delegation],
    ['附议人', seconderNames.join('、') || null],
    ['交提案', `${proposal.submittedOn}（${proposal.windowTitle}）`],
    ['哪里不对', wrong || '（见录音）'],
    ['建议怎么办', proposed || '（见录音）'],
    ['预计好处', benefit],
    ['审查意见', proposal.findingWhy],
  ]
  return (
    <Section
      title="提案表"
      note={
        <>
          <Chip hue={isLate ? 'red' : stateHues[state]}>{isLate ? '逾期未答复' : stateNames[state]}</Chip>
          {round === 2 && <Chip hue="amber">第二轮</Chip>}
          {grade && <Chip hue={gradeHues[grade]}>提案人{grades[grade]}</Chip>}
          {proposal.isConfidential && <Chip>提案人要求保密</Chip>}
        </>
      }
      padded
    >
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="said">{value}</dd>
            </div>
          ))}
      </dl>
      <Attached files={proposal.files} face="desk" />
    </Section>
  )
}

function Answers({ proposal, mayAnswer }: { proposal: Proposal; mayAnswer: boolean }) {
  if (proposal.assignments.length === 0) return null
  return (
    <Section title="办理和答复" padded>
      {proposal.assignments.map((given) => (
        <div key={given.id}>
          <p>
            <b>
              {given.isLead ? '主办' : '协办'}：{given.handler}
            </b>{' '}
            <span className="muted">
              {given.round === 2 && '第二轮，'}
              {given.assignedOn} 交办，{given.dueOn} 前答复
            </span>{' '}
            {given.outcome ? (
              <Chip hue={outcomeHues[given.outcome]}>{outcomes[given.outcome]}</Chip>
            ) : (
              <Chip hue="amber">还没有答复</Chip>
            )}
          </p>
          {given.answer && (
            <>
              <p className="said">{given.answer}</p>
              <p className="muted small">
                {solutions[given.solved!]}；{given.signedBy}签发，{given.answeredOn}
              </p>
            </>
          )}
          {mayAnswer && !given.answer && given.round === proposal.round && <Answering given={given} />}
        </div>
      ))}
    </Section>
  )
}
