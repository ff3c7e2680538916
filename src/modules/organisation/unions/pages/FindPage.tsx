import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { FindBox } from '#web/FindBox'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { unionKindNames } from '../rules/names.ts'

/** Unions that take in whoever has none at work: by where he works or lives, by trade, by platform. */
const open = ['town', 'trade', 'regional', 'joint', 'newEmployment'] as const

/** 怎样入会 · 找到我的工会: for anybody, without sign-in. */
export function FindPage() {
  const { find }: { find?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const found = useQuery({ ...api.unions.directory.queryOptions({ input: { text: find ?? '' } }), enabled: !!find })
  const others = useQuery(api.unions.directory.queryOptions({ input: { text: '', kinds: [...open] } }))
  return (
    <Page line="找到我的工会。">
      <Section title="写单位、街道或行业的名称" padded>
        <FindBox
          hint="如：恒达、东城街道，拼音首字母也可以"
          found={find}
          find={(words) => navigate({ to: '.', search: (words ? { find: words } : {}) as never, replace: true })}
        />
        <p className="muted">单位有工会的，加入单位工会。没有的，可以加入工作地或居住地的街道、社区、行业工会。</p>
      </Section>
      {find && found.data && <Names title={`和“${find}”有关的工会`} rows={found.data} />}
      <HowToJoin />
      {others.data && others.data.length > 0 && <Names title="单位没有工会，可以加入这些" rows={others.data} />}
    </Page>
  )
}

type Row = { id: string; name: string; kind: keyof typeof unionKindNames; place: string | null; above: string | null }

const Names = ({ title, rows }: { title: string; rows: Row[] }) => (
  <Section title={title} note={rows.length === 30 ? '只列 30 家，请写得更全' : `${rows.length} 家`}>
    {rows.length === 0 && <EmptyState title="没有找到">换个写法试试；单位可能还没有建会，看下面怎样办。</EmptyState>}
    <ul className="duties">
      {rows.map(({ id, name, kind, place, above }) => (
        <li key={id} className="duty plain">
          <div>
            <p className="duty-title">{name}</p>
            <p className="muted">{[unionKindNames[kind], place, above && `上级 ${above}`].filter(Boolean).join(' · ')}</p>
          </div>
          <a className="btn plain" href={`/m/join?union=${id}`}>
            申请加入
          </a>
        </li>
      ))}
    </ul>
  </Section>
)

const HowToJoin = () => (
  <Section title="怎样入会" padded>
    <ol>
      <li>1. 找到工会，按“申请加入”，用手机填姓名、手机号和工作单位，一分钟。</li>
      <li>2. 工会核对后答复；办到哪一步，手机上随时看得见。</li>
      <li>3. 批准后发会员证，手机上就有。</li>
    </ol>
    <p className="muted">
      以工资收入为主要生活来源的劳动者，不分民族、性别、职业、户籍和用工形式，都可以参加工会，谁也不得阻挠。
      <Cite article="工会法 第3条" />
    </p>
  </Section>
)
