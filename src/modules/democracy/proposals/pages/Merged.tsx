import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Proposal } from '../contract.ts'
import { mayUnmerge } from '../rules/examining.ts'

/** What was put together, with all authors, and taking it apart. */
export function Merged({ proposal, mayManage }: { proposal: Proposal; mayManage: boolean }) {
  const { merged, mergedInto } = proposal
  const act = useMutation(api.proposals.unmerge.mutationOptions())
  if (mergedInto)
    return (
      <Section title="并案" padded>
        <p>
          并入 <Link to={`/proposals/${mergedInto.id}` as '/'}>{mergedInto.title}</Link>，在那里办理和答复。
        </p>
      </Section>
    )
  if (merged.length === 0) return null
  const apart = async (each: { id: string; title: string }) => {
    const reason = await ask({ title: `拆出“${each.title}”？`, act: '拆开', reasons: ['其实是两件事', '要分别答复'] })
    if (reason !== false) act.mutate({ id: each.id, reason })
  }
  return (
    <Section title="并入本案的" note="提案人、附议人都保留" padded>
      {merged.map((each) => (
        <p key={each.id}>
          <Link to={`/proposals/${each.id}` as '/'}>{each.title}</Link> <span className="muted">{each.authors.join('、')}</span>{' '}
          {mayManage && (
            <RuledButton
              kind="link"
              verdict={mayUnmerge('merged', proposal.answeredOn)}
              busy={act.isPending}
              onClick={() => apart(each)}
            >
              拆开
            </RuledButton>
          )}
        </p>
      ))}
    </Section>
  )
}
