import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { useMe } from '#web/me'
import { useExport } from '#web/exporting'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { count } from '#web/words'
import type { overviewFilters, UnionBodies } from '../contract.ts'
import { type Body, bodyNames } from '../rules.ts'
import { CommitteeCell } from './committees.tsx'

const bodies = ['union', 'audit', 'women', 'mediation', 'protection'] as const satisfies readonly Body[]
const short: Record<(typeof bodies)[number], string> = {
  union: '工会委员会',
  audit: '经审会',
  women: '女职工委员会',
  mediation: '调解委员会',
  protection: '劳动保护',
}

const columns: Column<UnionBodies>[] = [
  {
    key: 'name',
    title: '工会',
    always: true,
    render: ({ id, name, members, women }) => (
      <>
        <Link to="/posts/$unionId" params={{ unionId: id }} className="link">
          {name}
        </Link>
        <p className="faint small">
          会员 {count(members)} 人，女 {count(women)} 人
        </p>
      </>
    ),
  },
  ...bodies.map((body) => ({
    key: body,
    title: short[body],
    render: ({ committees }: UnionBodies) => <CommitteeCell committee={committees.find((each) => each.body === body)} />,
  })),
  {
    key: 'filter',
    title: '机构与人员',
    options: [
      { value: 'incomplete', label: '五委不健全' },
      { value: 'expired', label: '有任期已满的' },
      { value: 'noFullTimeViceChair', label: '没有专职副主席' },
      { value: 'noOwnOffice', label: '没有独立办公机构' },
    ],
    render: ({ fullTimeStaff, staffPerThousand, hasFullTimeViceChair, expired }) => (
      <div>
        {expired > 0 && <Chip hue="red">{`${expired} 人任期已满`}</Chip>}
        <p className="small">
          专职 {fullTimeStaff} 人{staffPerThousand !== null && fullTimeStaff > 0 && `，每千会员 ${staffPerThousand} 人`}
        </p>
        {!hasFullTimeViceChair && <p className="faint small">没有专职副主席</p>}
      </div>
    ),
  },
]

const inputOf = ({ page, size, find, filters }: View) => ({
  page,
  size,
  text: find ?? '',
  filter: (filters.filter?.[0] ?? 'all') as (typeof overviewFilters)[number],
})
const asked = (view: View) => api.posts.overview.queryOptions({ input: inputOf(view) })

/** 任职与五委: each union of the scope, its five committees, who leads them since when, and what is vacant. */
export function CommitteesPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const totals = useQuery(api.posts.overview.queryOptions({ input: { page: 1, size: 1 } })).data?.totals
  const act = useMutation(api.posts.exportCommittees.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  const missing = totals && totals.unions - totals.complete
  return (
    <Page
      above={post?.unionName}
      line={
        totals ? (
          <>
            {count(totals.unions)} 家工会里，{count(totals.complete)} 家五委健全
            {missing ? `，${count(missing)} 家还有缺` : ''}
            {totals.expired > 0 && (
              <>
                ；<em>{count(totals.expired)}</em> 个任职任期已满
              </>
            )}
            。
          </>
        ) : (
          '任职与五委'
        )
      }
      acts={
        <>
          <Link to="/posts/holders" className="btn plain">
            任职名册
          </Link>
          <Link to="/posts/kinds" className="btn plain">
            职责与权限
          </Link>
        </>
      }
    >
      <Section title="机构与人员">
        <div className="figures">
          <Figure
            label="五委健全率"
            value={totals && Math.round((totals.complete * 100) / Math.max(1, totals.unions))}
            unit="%"
          />
          <Figure
            label="没有专职副主席"
            value={totals?.noFullTimeViceChair}
            unit="家"
            to="/posts"
            search={{ filter: 'noFullTimeViceChair' }}
          />
          <Figure label="有独立办公机构" value={totals?.ownOffice} unit="家" />
          <Figure label="专职工会干部" value={totals?.fullTimeStaff} unit="人" to="/posts/holders" />
        </div>
      </Section>
      <Section title="各家工会" note={`${bodies.map((body) => bodyNames[body]).join('、')}`}>
        <DataTable<UnionBodies>
          name="committees"
          unit="家工会"
          columns={columns}
          query={asked}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: '/posts/$unionId', params: { unionId: id } })}
          findBy="工会名称"
          {...exporting}
          empty={<EmptyState title="范围内还没有工会">先在“工会网络”里建立工会。</EmptyState>}
        />
      </Section>
    </Page>
  )
}
