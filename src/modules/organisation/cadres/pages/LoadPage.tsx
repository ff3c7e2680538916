import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { useLaw } from '#web/useLaw'
import { count, today } from '#web/words'
import { citeOf, statuteOn } from '#law/statutes'
import type { UnionLoad } from '../contract.ts'

const cadresOf = (name: string, load: string) => ({ find: name, load }) as never
const columns: Column<UnionLoad>[] = [
  { key: 'name', title: '工会', always: true },
  { key: 'partTime', title: '兼职干部', align: 'right' },
  { key: 'agreedHours', title: '每月约定（小时）', align: 'right' },
  { key: 'realHours', title: '上月实际（小时）', align: 'right' },
  {
    key: 'crowded',
    title: '被挤占',
    render: ({ name, crowded }) =>
      crowded > 0 ? (
        <Link to={'/cadres' as '/'} search={cadresOf(name, 'crowded')}>
          <Chip hue="red">{crowded} 名</Chip>
        </Link>
      ) : (
        '0'
      ),
  },
  { key: 'over', title: '超出带薪时间', align: 'right' },
  { key: 'silent', title: '没有记录', align: 'right' },
]

/** Where union work is kept and where it is crowded out, union by union. */
export function LoadPage() {
  const { show }: { show?: string } = useSearch({ strict: false })
  const { data } = useQuery(api.cadres.figures.queryOptions())
  const law = statuteOn('ORG-32.paidDays', today(), useLaw())
  return (
    <Page
      above="工会干部"
      line={
        data
          ? `约定每月 ${count(data.agreedHours)} 小时，上月实际 ${count(data.realHours)} 小时；${count(data.crowded)} 名干部的工会工作被挤占。`
          : '工时和挤占'
      }
    >
      <Section title="兼职干部的工会工作时间" note={<Cite article={citeOf(law)} text={law.says} />}>
        <div className="figures">
          <Figure label="兼职干部" value={data?.partTime} unit="名" to="/cadres" search={{ kind: 'part' }} />
          <Figure
            label="被挤占"
            value={data?.crowded}
            unit="名"
            late={!!data?.crowded}
            to="/cadres"
            search={{ load: 'crowded' }}
          />
          <Figure label="超出带薪时间" value={data?.over} unit="名" to="/cadres" search={{ load: 'over' }} />
          <Figure label="没有记录" value={data?.silent} unit="名" to="/cadres" search={{ load: 'silent' }} />
        </div>
      </Section>
      <Section
        title="各工会"
        note={
          show === 'crowded' ? (
            <Link to={'/cadres/load' as '/'} className="link">
              看全部
            </Link>
          ) : (
            <Link to={'/cadres/load' as '/'} search={{ show: 'crowded' } as never} className="link">
              只看有挤占的
            </Link>
          )
        }
      >
        <DataTable<UnionLoad>
          key={show}
          name="cadre-load"
          unit="家工会"
          columns={columns}
          query={({ page, size }) =>
            api.cadres.unions.queryOptions({ input: { page, size, ...(show === 'crowded' && { crowded: true }) } })
          }
          rowKey={({ id }) => id}
          empty={<EmptyState title={show === 'crowded' ? '没有发现工会工作被挤占' : '没有兼职干部'} />}
        />
        <p className="faint" style={{ padding: '0 16px 12px' }}>
          最近三个整月的实际工时不到约定的一半，算被挤占（平台默认值）。没有记录不等于没有做，请提醒在手机上记。
        </p>
      </Section>
    </Page>
  )
}
