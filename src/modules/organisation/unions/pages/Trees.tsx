import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Tree } from 'antd'
import type { ReactNode } from 'react'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { Node, Past } from '../contract.ts'
import { unionKindNames } from '../rules/names.ts'

type Branch = { key: string; title: ReactNode; isLeaf: boolean; children?: Branch[] }

type TreeProps = { root: string; at: string; go: (id: string) => void; open: string[]; setOpen: (keys: string[]) => void }

/** The tree, each level asked for when it is opened: a district of thousands of unions stays light. */
export function UnionTree({ root, at, go, open, setOpen }: TreeProps) {
  const client = useQueryClient()
  const top = useQuery(api.unions.get.queryOptions({ input: { id: root } }))
  const level = (id: string) => api.unions.children.queryOptions({ input: { id } })
  // Observed, so that a level that has just arrived is drawn.
  const first = useQuery(level(root))
  const known = (id: string) => client.getQueryData<Node[]>(level(id).queryKey)
  const branch = (node: Pick<Node, 'id' | 'name' | 'children' | 'members'>): Branch => ({
    key: node.id,
    title: (
      <>
        {node.name} <span className="faint">{count(node.members)} 人</span>
      </>
    ),
    isLeaf: node.children === 0,
    ...(known(node.id) && { children: known(node.id)!.map(branch) }),
  })
  if (!top.data || !first.data) return <span className="bone row" />
  return (
    <div className="tree">
      <Tree<Branch>
        blockNode
        treeData={[branch(top.data)]}
        expandedKeys={open}
        selectedKeys={[at]}
        loadData={async ({ key }) => {
          await client.ensureQueryData(level(String(key)))
        }}
        onExpand={(keys) => setOpen(keys.map(String))}
        onSelect={(_, { node }) => go(String(node.key))}
      />
    </div>
  )
}

/** Everything below, written out: for paper, and for looking through. */
export function Outline({ root }: { root: string }) {
  const { data } = useQuery(api.unions.outline.queryOptions({ input: { id: root } }))
  if (!data) return <span className="bone row" />
  return (
    <Section
      title={`${count(data.total)} 个组织`}
      note={data.rows.length < data.total ? `只列前 ${count(data.rows.length)} 个` : '按上下级'}
    >
      <ul className="outline">
        {data.rows.map(({ id, name, kind, members, depth }) => (
          <li key={id} style={{ paddingInlineStart: `${depth * 1.6}em` }}>
            {name} <span className="faint">{`${unionKindNames[kind]} · ${count(members)} 人`}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The tree as it stood on a day. */
export function PastTree({ root, day }: { root: string; day: string }) {
  const { data } = useQuery(api.unions.asOf.queryOptions({ input: { id: root, day, depth: 12 } }))
  if (!data) return <span className="bone row" />
  if (data.length === 0) return <EmptyState title={`${day} 还没有这个组织`}>换一个更晚的日子。</EmptyState>
  const rows = inOrder(data, root)
  return (
    <Section title={`${day} 的 ${count(data.length)} 个组织`} note="名称和上下级都是当天的">
      <ul className="outline">
        {rows.map(({ id, name, kind, depth }) => (
          <li key={id} style={{ paddingInlineStart: `${depth * 1.6}em` }}>
            {name} <span className="faint">{unionKindNames[kind]}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function inOrder(rows: readonly Past[], root: string): Past[] {
  const below = new Map<string | null, Past[]>()
  for (const row of rows) below.set(row.parentId, [...(below.get(row.parentId) ?? []), row])
  const walk = (row: Past): Past[] => [row, ...(below.get(row.id) ?? []).filter(({ depth }) => depth > row.depth).flatMap(walk)]
  return rows.filter(({ id }) => id === root).flatMap(walk)
}
