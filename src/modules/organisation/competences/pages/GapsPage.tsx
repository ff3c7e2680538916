import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { type Column, DataTable } from '#web/DataTable'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { UnionGaps } from '../contract.ts'
import { groupNames } from '../rules.ts'
import { Grid } from './Grid.tsx'

/** What cadres of one's scope lack, subject by subject: what the next courses should teach. */
export function GapsPage() {
  const { data } = useQuery(api.competences.gaps.queryOptions({ input: {} }))
  const mayTeach = usePermission('posts.manage')
  const lacking = data?.rows.filter(({ below }) => below > 0).length
  return (
    <Page
      above="能力标准"
      line={
        data
          ? `${count(data.cadres)} 名干部里，${count(data.rated)} 名今年说过自己的水平；${lacking} 项有差距。`
          : '能力标准和差距'
      }
      acts={
        <Link to={'/competences/standard' as '/'} className="btn plain">
          看标准
        </Link>
      }
    >
      <Section title="差在哪里" note="差距多的科目，就是下一门课">
        <Grid
          head={['科目', '类别', { num: '有要求的干部' }, { num: '已知水平' }, { num: '有差距' }, { num: '今年补上' }, '办法']}
        >
          {data?.rows.map(({ key, title, group, asked, rated, below, closed }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td className="faint">{groupNames[group]}</td>
              <td className="num">{count(asked)}</td>
              <td className="num">{count(rated)}</td>
              <td className="num">{below > 0 ? <Chip hue="amber">{count(below)}</Chip> : '0'}</td>
              <td className="num">{count(closed)}</td>
              <td>
                {mayTeach && below > 0 && (
                  <Link to={'/courses/new' as '/'} search={{ subject: key } as never} className="link">
                    开一门课
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </Grid>
      </Section>
      <Section title="哪些工会差得多" note="按组织顺序">
        <DataTable<UnionGaps>
          name="competence-unions"
          unit="家工会"
          columns={columns}
          query={({ page, size }) => api.competences.unions.queryOptions({ input: { page, size } })}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="还没有发现差距">干部在手机“我的能力”里自评，上级在干部档案里核定，差距会出现在这里。</EmptyState>
          }
        />
      </Section>
      {data && data.rated < data.cadres && (
        <Section title="还没有自评的" padded>
          <Figure
            label="今年没有水平记录的干部"
            value={data.cadres - data.rated}
            unit="名"
            to="/cadres"
            search={{ lacks: 'rating' }}
          />
        </Section>
      )}
    </Page>
  )
}

const columns: Column<UnionGaps>[] = [
  {
    key: 'name',
    title: '工会',
    always: true,
    render: ({ name }) => (
      <Link to={'/cadres' as '/'} search={{ find: name } as never} className="link">
        {name}
      </Link>
    ),
  },
  { key: 'cadres', title: '干部', align: 'right' },
  { key: 'rated', title: '已知水平', align: 'right' },
  { key: 'gaps', title: '差距（项）', align: 'right' },
]
