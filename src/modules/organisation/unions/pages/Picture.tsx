import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Section } from '#web/Section'
import { UnionSquares, type SquareGroup } from '#web/UnionSquares'
import { count } from '#web/words'
import type { Node } from '../contract.ts'
import { isOwnAffair } from '../rules.ts'
import './unions.css'

type Row = Node & { depth: number }

/** One square a union, grouped by the direct subordinate it stands under: size its members, grey without any. */
export function Picture({ root }: { root: Pick<Node, 'id' | 'name'> }) {
  const navigate = useNavigate()
  const { data } = useQuery(api.unions.outline.queryOptions({ input: { id: root.id } }))
  if (!data) return <span className="bone row" />
  const groups = groupsOf(data.rows, root.name)
  const unions = groups.reduce((sum, group) => sum + group.unions.length, 0)
  return (
    <Section title={`${count(unions)} 家工会`} note="一格一家，大小是人数；灰色还没有会员">
      {/* The legend speaks of clocks; this picture shows size and emptiness only. */}
      <div className="squares-only">
        <UnionSquares groups={groups} open={(id) => void navigate({ to: `/unions/${id}` as '/' })} />
      </div>
    </Section>
  )
}

function groupsOf(rows: readonly Row[], title: string): SquareGroup[] {
  const groups: { title: string; unions: SquareGroup['unions'][number][] }[] = [{ title: `${title}直属`, unions: [] }]
  for (const row of rows.filter(({ depth, kind }) => depth > 0 && !isOwnAffair(kind))) {
    const isHead = row.depth === 1 && ['federation', 'town', 'trade', 'regional'].includes(row.kind)
    if (isHead) groups.push({ title: row.name, unions: [] })
    else {
      const group = row.depth === 1 ? groups[0]! : groups.at(-1)!
      const { id, name, members, state } = row
      const quiet = members === 0 || state === 'preparing'
      group.unions.push({ id, name, members, state: quiet ? 'quiet' : 'onTime', why: quiet ? '还没有会员' : '正常' })
    }
  }
  return groups.filter(({ unions }) => unions.length > 0)
}
