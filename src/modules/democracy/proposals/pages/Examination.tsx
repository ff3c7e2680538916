import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { notify, undoable } from '#web/notes'
import { Button, RuledButton } from '#web/RuledButton'
import type { Proposal } from '../contract.ts'
import { type Finding, findings, stateNames } from '../contract/words.ts'
import { mayExamine } from '../rules/examining.ts'

const usual: Record<Finding, readonly string[]> = {
  filed: ['事关安全，先立案', '多个班组都有反映'],
  advice: ['不属于本单位职权', '已经在办，作意见转有关部门'],
  returned: ['请写清在哪里、什么时候', '请写清建议怎么办'],
}

/** File, return or take as an opinion; or put it together with one that says the same. */
export function Examination({ proposal }: { proposal: Proposal }) {
  const { id, state, seconders, secondersNeeded, wrong, proposed } = proposal
  const act = useMutation(api.proposals.examine.mutationOptions())
  const facts = { state, seconders, secondersNeeded, hasWords: wrong.length >= 5 && proposed.length >= 5 }
  const examine = async (finding: Finding) => {
    const needsReason = mayExamine(facts, finding, null) !== null
    const reason = needsReason
      ? await ask({ title: `${findings[finding]}：理由？`, act: findings[finding], reasons: usual[finding] })
      : ''
    if (reason !== false)
      act.mutate(
        { id, finding, reason: reason || null },
        { onSuccess: () => notify({ tone: 'good', title: '提案人已收到通知' }) },
      )
  }
  return (
    <>
      <div className="acts no-print">
        {(Object.keys(findings) as Finding[]).map((finding) => (
          <RuledButton
            key={finding}
            kind="plain"
            busy={act.isPending}
            verdict={mayExamine(facts, finding, '写明理由')}
            onClick={() => examine(finding)}
          >
            {findings[finding]}
          </RuledButton>
        ))}
      </div>
      <Twins proposal={proposal} />
    </>
  )
}

/** What is alike at this unit, to merge with; it can be taken apart again. */
function Twins({ proposal }: { proposal: Proposal }) {
  const { id, title, proposed, unionName } = proposal
  const { data } = useQuery(
    api.proposals.alike.queryOptions({ input: { text: `${title} ${proposed}`.slice(0, 400), except: id } }),
  )
  const merge = useMutation(api.proposals.merge.mutationOptions())
  const unmerge = useMutation(api.proposals.unmerge.mutationOptions())
  const twins = data?.filter((each) => each.unionName === unionName && each.state !== 'merged') ?? []
  if (twins.length === 0) return null
  const into = async (main: { id: string; title: string }) => {
    const reason = await ask({
      title: `并入“${main.title}”？`,
      body: '两件的提案人、附议人都保留；答复以前可以拆开。',
      act: '并案',
      reasons: ['说的是同一件事', '同一处的两个方面，一起办'],
    })
    if (reason === false) return
    merge.mutate(
      { id, into: main.id, reason },
      { onSuccess: () => undoable('并案了', () => unmerge.mutate({ id, reason: '撤销刚才的并案' })) },
    )
  }
  return (
    <div className="no-print">
      <p className="muted small">像是同一件事的：</p>
      {twins.map((main) => (
        <p key={main.id}>
          <Link to={`/proposals/${main.id}` as '/'}>{main.title}</Link> <span className="faint">{stateNames[main.state]}</span>{' '}
          <Button kind="link" busy={merge.isPending} onClick={() => into(main)}>
            并入这件
          </Button>
        </p>
      ))}
    </div>
  )
}
