import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { dayInWords } from '#web/words'
import type { Proposal } from '../contract.ts'
import { categories, type Grade, grades, outcomes, solutions, stateNames } from '../contract/words.ts'
import { maySecond } from '../rules/collecting.ts'
import { ratedAfter } from '../rules/handling.ts'
import { outcomeHues, stateHues } from './hues.ts'
import { Attached } from './Attached.tsx'
import { Revise } from './Revise.tsx'
import { Thread } from './Thread.tsx'
import './offline/proposals.css'

const route = getRouteApi('/proposals/$id')

/** From my words to what became of them. */
export function ThreadPage() {
  const { id } = route.useParams() as { id: string }
  const { data, error } = useQuery(api.proposals.thread.queryOptions({ input: { id } }))
  if (!data) return error ? <Page line={inWords(error).title} /> : <Bones />
  const { number, title, state, isLate } = data
  return (
    <Page line={title} above={<Link to={'/proposals' as '/'}>{number ? `提案 ${number}` : '提案'}</Link>}>
      <p>
        <Chip hue={isLate ? 'red' : stateHues[state]}>{isLate ? '逾期未答复' : stateNames[state]}</Chip> {where(data)}
      </p>
      <Rating proposal={data} />
      <Answers proposal={data} />
      <Words proposal={data} />
      <Seconding proposal={data} />
      <Section title="一步一步" padded>
        <Thread steps={data.steps} />
      </Section>
      <Own proposal={data} />
    </Page>
  )
}

function where({ state, handler, dueOn, findingWhy, mergedInto }: Proposal) {
  if (state === 'collected') return '等提案委员会审查，审查前可以附议。'
  if (state === 'assigned') return `${handler}在办，${dueOn && dayInWords(dueOn)} 前答复。`
  if (state === 'returned' || state === 'advice') return findingWhy
  if (state === 'merged')
    return mergedInto && <Link to={`/proposals/${mergedInto.id}` as '/'}>和“{mergedInto.title}”一起办，点这里看办理</Link>
  if (state === 'filed') return '已经立案，等交办。'
  return null
}

function Answers({ proposal }: { proposal: Proposal }) {
  const said = proposal.assignments.filter(({ answer }) => answer)
  if (said.length === 0) return null
  return (
    <Section title="答复" padded>
      {said.map(({ id, round, handler, outcome, solved, answer, signedBy, answeredOn }) => (
        <div key={id}>
          <p>
            <Chip hue={outcomeHues[outcome!]}>{outcomes[outcome!]}</Chip> {solutions[solved!]}
            {round === 2 && '（第二轮）'}
          </p>
          <p className="said">{answer}</p>
          <p className="muted small">
            {handler}，{signedBy}签发，{answeredOn}
          </p>
        </div>
      ))}
    </Section>
  )
}

const Words = ({ proposal }: { proposal: Proposal }) => (
  <Section title={proposal.isOwn ? '我说的' : '提案内容'} note={categories[proposal.category].title} padded>
    <dl className="facts">
      {(
        [
          ['哪里不对', proposal.wrong],
          ['建议怎么办', proposal.proposed],
          ['预计好处', proposal.benefit],
          ['提案人', proposal.authors.join('、') || '（保密）'],
        ] as const
      )
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="said">{value}</dd>
          </div>
        ))}
    </dl>
    <Attached files={proposal.files} face="pocket" />
  </Section>
)

function Seconding({ proposal }: { proposal: Proposal }) {
  const { id, windowId, seconderNames, isOwn, isSeconded, state, secondersNeeded } = proposal
  const act = useMutation(api.proposals.second.mutationOptions())
  const { data: mine } = useQuery(api.proposals.mine.queryOptions())
  const window = mine?.windows.find((each) => each.id === windowId)
  const verdict = maySecond(
    { isOwn, isSeconded, state },
    window ?? { opensOn: '', closesOn: '', audience: 'workers' },
    window?.isDeputy ?? true,
  )
  return (
    <Section title="附议" note={`${seconderNames.length} 人，要 ${secondersNeeded} 人`} padded>
      {seconderNames.length > 0 && <p>{seconderNames.join('、')}</p>}
      {state === 'collected' && !isOwn && (
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={act.isPending}
          onClick={() => act.mutate({ id }, { onSuccess: () => notify({ tone: 'good', title: '附议了' }) })}
        >
          我附议
        </RuledButton>
      )}
    </Section>
  )
}

/** Asked once after the answer and once after it was carried out. */
function Rating({ proposal }: { proposal: Proposal }) {
  const act = useMutation(api.proposals.rate.mutationOptions())
  const after = ratedAfter(proposal)
  if (!proposal.isOwn || !after) return null
  const rate = async (grade: Grade) => {
    const reason =
      grade === 'dissatisfied'
        ? await ask({
            title: '哪里不满意？',
            body:
              proposal.round === 1 ? '写下来，原来的部门再办一次，再答复您。' : '已经办过两轮，您的意见会记在案上，报告职代会。',
            act: '不满意',
            reasons: ['没有答到点子上', '说了没有做', '没有说为什么不行'],
          })
        : ''
    if (reason !== false) act.mutate({ id: proposal.id, grade, reason: reason || null })
  }
  return (
    <Section title={after === 'work' ? '落实得怎么样？' : '这个答复您满意吗？'} padded>
      <div className="acts">
        {(Object.keys(grades) as Grade[]).map((grade) => (
          <Button key={grade} kind={grade === 'satisfied' ? 'primary' : 'plain'} busy={act.isPending} onClick={() => rate(grade)}>
            {grades[grade]}
          </Button>
        ))}
      </div>
    </Section>
  )
}

function Own({ proposal }: { proposal: Proposal }) {
  const [isOpen, setOpen] = useState(false)
  const act = useMutation(api.proposals.withdraw.mutationOptions())
  if (!proposal.isOwn || !['collected', 'returned', 'filed'].includes(proposal.state)) return null
  const withdraw = async () => {
    const going = await ask({ title: '撤回这件提案？', body: '撤回后不再办理，附议也不再算。', act: '撤回', danger: true })
    if (going !== false) act.mutate({ id: proposal.id })
  }
  const acts = (
    <div className="acts">
      {proposal.state !== 'filed' && (
        <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          补充、修改
        </Button>
      )}
      <Button busy={act.isPending} onClick={withdraw}>
        撤回
      </Button>
    </div>
  )
  return (
    <>
      {acts}
      {isOpen && <Revise proposal={proposal} done={() => setOpen(false)} />}
    </>
  )
}
