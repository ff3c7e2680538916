import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { FindBox } from '#web/FindBox'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import type { State } from '../contract/words.ts'
import { ProposalLink } from './offline/MyProposalsPage.tsx'

const kinds = [
  { title: '等附议', state: ['collected'] },
  { title: '办理中', state: ['filed', 'assigned'] },
  { title: '已答复', state: ['answered', 'carriedOut', 'closed'] },
  { title: '全部', state: undefined },
] as const satisfies readonly { title: string; state: readonly State[] | undefined }[]

/** All proposals of one's unit and where each stands. */
export function UnitPage() {
  const [kind, setKind] = useState(0)
  const [find, setFind] = useState<string>()
  const [size, setSize] = useState(20)
  const { state } = kinds[kind]!
  const input = { size, ...(state && { state: [...state] }), ...(find && { text: find }) }
  const { data } = useQuery({ ...api.proposals.unit.queryOptions({ input }), placeholderData: keepPreviousData })
  return (
    <Page line="本单位的提案，办到哪一步都看得到。" above={<Link to={'/proposals' as '/'}>我的提案</Link>}>
      <FindBox hint="案由里的字" found={find} find={(words) => setFind(words || undefined)} />
      <span className="usual" role="group" aria-label="看哪些">
        {kinds.map(({ title }, n) => (
          <button key={title} type="button" className="pill" aria-pressed={kind === n} onClick={() => setKind(n)}>
            {title}
          </button>
        ))}
      </span>
      {!data ? (
        <Bones />
      ) : (
        <Section title={kinds[kind]!.title} note={`${data.total} 件`}>
          {data.total === 0 && <EmptyState title="这里还没有提案">征集期里，谁都可以提；别人提的，觉得好就附议。</EmptyState>}
          {data.rows.map((row) => (
            <ProposalLink key={row.id} row={row} />
          ))}
        </Section>
      )}
      {data && data.total > size && <Button onClick={() => setSize(Math.min(200, size + 40))}>再看一些</Button>}
    </Page>
  )
}
