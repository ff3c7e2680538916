import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { FindBox } from '#web/FindBox'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count, today } from '#web/words'
import { unionKindNames } from '../rules/names.ts'
import { NodeCard } from './NodeCard.tsx'
import { Picture } from './Picture.tsx'
import { Outline, PastTree, UnionTree } from './Trees.tsx'
import './unions.css'

type View = 'tree' | 'picture' | 'paper'
const views = [
  { value: 'tree', label: '组织树' },
  { value: 'picture', label: '一格一家' },
  { value: 'paper', label: '全部展开' },
]

/** 工会网络: the tree, the picture, the paper; today or on any day. */
export function NetworkPage() {
  const { post } = useMe()
  const search: { view?: View; day?: string; find?: string; at?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = (next: object) => navigate({ to: '.', search: { ...search, ...next } as never, replace: true })
  const top = useQuery(api.unions.top.queryOptions())
  const view = search.view ?? 'tree'
  const isPast = search.day !== undefined && search.day < today()
  if (!top.data) return <Page line="工会网络">{top.isError && <EmptyState title="请先选择以哪个任职查看" />}</Page>
  return (
    <Page
      line={isPast ? `${search.day} 的组织。` : `${count(top.data.children)} 个直属下级，${count(top.data.members)} 名会员。`}
      above={post?.unionName}
      acts={
        <>
          <Link to={'/unions/list' as '/'} className="btn plain">
            名单与缺项
          </Link>
          {view === 'paper' && <Button onClick={() => window.print()}>打印</Button>}
        </>
      }
    >
      <div className="tools no-print">
        <Segmented value={view} options={views} onChange={(value) => change({ view: value })} />
        <DayField
          label="看某一天"
          value={search.day ?? today()}
          max={today()}
          pick={(day) => change({ day: day === today() ? undefined : day })}
        />
        {isPast && (
          <Button kind="link" onClick={() => change({ day: undefined })}>
            回到今天
          </Button>
        )}
        <FindBox hint="名称、拼音首字母、编号" found={search.find} find={(find) => change({ find: find || undefined })} />
      </div>
      {search.find && <Found text={search.find} />}
      {isPast ? (
        <PastTree root={top.data.id} day={search.day!} />
      ) : view === 'picture' ? (
        <Picture root={top.data} />
      ) : view === 'paper' ? (
        <Outline root={top.data.id} />
      ) : (
        <Browser root={top.data.id} at={search.at ?? top.data.id} go={(at) => change({ at })} />
      )}
    </Page>
  )
}

function Browser({ root, at, go }: { root: string; at: string; go: (id: string) => void }) {
  const [open, setOpen] = useState<string[]>([root])
  return (
    <div className="network">
      <Section title="组织树" note="点一下看右边">
        <UnionTree root={root} at={at} go={go} open={open} setOpen={setOpen} />
      </Section>
      <NodeCard id={at} />
    </div>
  )
}

function Found({ text }: { text: string }) {
  const { data } = useQuery(api.unions.search.queryOptions({ input: { text } }))
  if (!data) return null
  return (
    <Section title={`找到 ${data.length} 家`} note={data.length === 30 ? '只列前 30 家，请写得更全' : ''}>
      {data.length === 0 && <EmptyState title="没有这样的工会">换个写法，或者只写拼音首字母。</EmptyState>}
      <ul className="duties">
        {data.map(({ id, name, kind, above }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">{name}</p>
              <p className="muted">{[unionKindNames[kind], above].filter(Boolean).join(' · ')}</p>
            </div>
            <Link to={`/unions/${id}` as '/'} className="btn plain">
              打开
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
