import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { Coverage, CoverageRow } from '../contract.ts'
import { percent } from '../rules.ts'

/** 建会覆盖: how many employers and workers have a union, and where the blank spots are. Each figure opens its list. */
export function CoveragePage() {
  const { post } = useMe()
  const mayFile = usePermission('unions.file')
  const { data } = useQuery(api.employers.coverage.queryOptions({ input: {} }))
  const add = mayFile && (
    <Link to={'/employers/add' as '/'} className="btn primary">
      登记单位
    </Link>
  )
  if (!data) return <Page line="建会覆盖" />
  const { total, places, sectors } = data
  return (
    <Page
      line={
        total.employers
          ? `${count(total.employers)} 家单位，${count(total.employers - total.covered)} 家还没有工会。`
          : '哪里有职工，哪里就要建立工会。'
      }
      above={post?.unionName}
      acts={
        <>
          <Link to={'/employers/list' as '/'} className="btn plain">
            全部名单
          </Link>
          {add}
        </>
      }
    >
      {total.employers === 0 ? (
        <EmptyState title="台账还是空的" act={add}>
          把市场监管、税务或社区的单位名单整份导入，就能看到空白点。
        </EmptyState>
      ) : (
        <>
          <Totals total={total} />
          <Blanks title="按地区的空白点" rows={places} link={({ id }) => ({ below: id ?? undefined })} />
          <Blanks title="按行业的空白点" rows={sectors} link={({ title }) => ({ sector: title })} />
        </>
      )}
    </Page>
  )
}

const share = (part: number, whole: number) => `${percent(part, whole) ?? '—'}%`

const Totals = ({ total }: { total: Coverage }) => (
  <Section title="覆盖">
    <div className="figures">
      <Figure label="已建会单位" value={total.covered} unit="家" to="/employers/list" search={{ stage: 'founded' }}>
        <Chip hue="green">建会率 {share(total.covered, total.employers)}</Chip>
      </Figure>
      <Figure label="已覆盖职工" value={total.coveredWorkers} unit="人" to="/employers/list" search={{ stage: 'founded' }}>
        <Chip hue="green">覆盖率 {share(total.coveredWorkers, total.workers)}</Chip>
      </Figure>
      <Figure label="空白点" value={total.employers - total.covered} unit="家" to="/employers/list" search={{ stage: 'blank' }}>
        <Chip hue={total.unassigned ? 'amber' : undefined}>没有组织员 {count(total.unassigned)}</Chip>
      </Figure>
      <Figure
        label="阻挠建会"
        value={total.obstructed}
        unit="件"
        late={total.obstructed > 0}
        to="/employers/list"
        search={{ stage: 'obstructed' }}
      />
    </div>
  </Section>
)

type BlanksProps = { title: string; rows: CoverageRow[]; link: (row: CoverageRow) => object }

const Blanks = ({ title, rows, link }: BlanksProps) => (
  <Section title={title} note="空白点多的在前">
    <table className="plain-table">
      <thead>
        <tr>
          <th>名称</th>
          <th className="num">单位</th>
          <th className="num">空白点</th>
          <th className="num">建会率</th>
          <th className="num">职工覆盖率</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id ?? row.title}>
            <th scope="row">{row.title || '行业未填'}</th>
            <td className="num">
              <Link to={'/employers/list' as '/'} search={link(row) as never} className="link">
                {count(row.employers)}
              </Link>
            </td>
            <td className="num">
              <Link to={'/employers/list' as '/'} search={{ ...link(row), stage: 'blank' } as never} className="link">
                {count(row.employers - row.covered)}
              </Link>
            </td>
            <td className="num">{share(row.covered, row.employers)}</td>
            <td className="num">{share(row.coveredWorkers, row.workers)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Section>
)
