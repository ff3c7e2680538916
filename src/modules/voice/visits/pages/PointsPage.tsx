import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Point } from '../contract.ts'

/** The contact points of one's scope, and the unions that have none. */
export function PointsPage() {
  const { post } = useMe()
  const mayAssign = usePermission('posts.manage')
  return (
    <Page
      line="谁联系哪一家。"
      above={<Link to={'/contacts' as '/'}>联系点 · {post?.unionName}</Link>}
      acts={
        mayAssign && (
          <Link to={'/contacts/assign' as '/'} className="btn primary">
            定联系点
          </Link>
        )
      }
    >
      <Blanks mayAssign={mayAssign} />
      <div className="card">
        <DataTable<Point>
          name="contact-points"
          unit="个联系点"
          findBy="工会名称、联系人姓名"
          columns={columnsFor(mayAssign, post?.unionId)}
          query={({ page, size, find, filters }) =>
            api.visits.points.queryOptions({
              input: { page, size, ...(find && { text: find }), state: (filters.state?.[0] as 'any' | undefined) ?? 'current' },
            })
          }
          rowKey={({ id }) => id}
          empty={<EmptyState title="还没有联系点">每位领导干部联系几家基层工会，从这里定。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const stateNames = { current: '联系中', coming: '还没开始', ended: '已结束' } as const

const columnsFor = (mayAssign: boolean, unionId: string | undefined): Column<Point>[] => [
  { key: 'unionName', title: '基层工会', always: true },
  {
    key: 'holderName',
    title: '联系人',
    render: ({ holderName, fromUnionName, holderTitle }) => (
      <>
        {holderName} <span className="faint">{`${fromUnionName}${holderTitle}`}</span>
      </>
    ),
  },
  { key: 'reach', title: '联系方式', render: ({ reach }) => reach ?? '—' },
  { key: 'fromOn', title: '起止', render: ({ fromOn, untilOn, endedOn }) => `${fromOn} 至 ${endedOn ?? untilOn ?? '今'}` },
  { key: 'visits', title: '走访', render: ({ visits, lastVisit }) => (visits ? `${visits} 次，最近 ${lastVisit}` : '还没有') },
  {
    key: 'state',
    title: '状态',
    options: [
      { value: 'ended', label: '已结束' },
      { value: 'any', label: '全部' },
    ],
    render: ({ state }) => <Chip hue={state === 'current' ? 'green' : undefined}>{stateNames[state]}</Chip>,
  },
  ...(mayAssign
    ? [
        {
          key: 'act',
          title: '',
          render: (point: Point) => point.state !== 'ended' && point.fromUnionId === unionId && <Relieve point={point} />,
        },
      ]
    : []),
]

function Relieve({ point }: { point: Point }) {
  const act = useMutation(api.visits.relieve.mutationOptions())
  const end = async () => {
    const reason = await ask({
      title: `${point.holderName}不再联系${point.unionName}？`,
      body: '已经记下的走访都留着；还没有去的按这个理由取消。',
      act: '结束联系',
      reasons: ['分工调整', '调离', '改由他人联系'],
    })
    if (reason === false) return
    const on = point.fromOn > today() ? point.fromOn : today()
    act.mutate({ id: point.id, on, reason }, { onSuccess: () => notify({ tone: 'good', title: '联系点结束了，请另定联系人' }) })
  }
  return (
    <Button kind="link" busy={act.isPending} onClick={end}>
      结束
    </Button>
  )
}

function Blanks({ mayAssign }: { mayAssign: boolean }) {
  const { data } = useQuery(api.visits.blanks.queryOptions({ input: { size: 6 } }))
  if (!data || data.total === 0) return null
  return (
    <Section
      title="没有联系人的工会"
      note={`共 ${data.total} 家`}
      foot={
        mayAssign && (
          <Link to={'/contacts/assign' as '/'} className="link">
            给它们定联系人
          </Link>
        )
      }
    >
      <ul className="duties">
        {data.rows.map(({ id, name, above, members }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">{name}</p>
              <p className="muted">{[above, `${members} 名会员`].filter(Boolean).join('，')}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
