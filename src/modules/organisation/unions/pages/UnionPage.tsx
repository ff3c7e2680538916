import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count, dayInWords } from '#web/words'
import type { Detail, Version } from '../contract.ts'
import { chairModeNames, unionKindNames, unionStateNames, unitTypeNames } from '../rules/names.ts'
import { UnionTabs } from './UnionTabs.tsx'
import './unions.css'

/** One union: what it is, what it keeps of itself, and what it was. */
export function UnionPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const union = useQuery(api.unions.get.queryOptions({ input: { id } }))
  const history = useQuery(api.unions.history.queryOptions({ input: { id } }))
  const mayFile = usePermission('unions.file')
  if (union.isError) return <Page line="没有找到这家工会">{<EmptyState title={inWords(union.error).title} />}</Page>
  if (!union.data) return <Page line="工会" />
  const { data } = union
  return (
    <Page
      line={data.name}
      above={data.above.map(({ name }) => name).join(' › ')}
      acts={
        mayFile && (
          <>
            <Link to={'/changes/new' as '/'} search={{ union: id } as never} className="btn plain">
              申请变更
            </Link>
            <Link to={`/unions/${id}/edit` as '/'} className="btn primary">
              更正基本情况
            </Link>
          </>
        )
      }
      side={
        <Section title="历史" note="名称、上级、类型、状态">
          <ul className="duties">
            {history.data?.map((version) => (
              <Era key={version.id} version={version} />
            ))}
          </ul>
        </Section>
      }
    >
      <UnionTabs id={id} />
      <Section title="基本情况" note={<States union={data} />} padded>
        <Facts union={data} />
      </Section>
    </Page>
  )
}

const States = ({ union }: { union: Detail }) => (
  <>
    <Chip>{unionKindNames[union.kind]}</Chip> <Chip>{unitTypeNames[union.unitType]}</Chip>{' '}
    <Chip hue={union.state === 'active' ? 'green' : 'amber'}>{unionStateNames[union.state]}</Chip>
  </>
)

const flag = (value: boolean | null) => (value === null ? null : value ? '有' : '没有')
const people = (value: number | null) => (value === null ? null : `${count(value)} 人`)

function Facts({ union }: { union: Detail }) {
  const rows: [string, string | null][] = [
    ['会员（含下级）', `${count(union.members)} 人`],
    ['简称', union.shortName],
    ['工会编号', union.code],
    ['统一社会信用代码', union.creditCode],
    ['所在单位', union.unitName],
    ['单位信用代码', union.unitCreditCode],
    ['经济类型', union.ownership],
    ['行业', union.sector],
    ['所在地', union.place],
    ['地址', union.address],
    ['职工人数', people(union.staffCount)],
    ['成立日期', union.foundedOn && dayInWords(union.foundedOn)],
    [
      '公章 · 挂牌 · 账户',
      [flag(union.hasSeal), flag(union.hasPlate), flag(union.hasAccount)].map((word) => word ?? '未登记').join(' · '),
    ],
    [
      '法人资格证书',
      [flag(union.hasCertificate), union.certificateUntil && `有效期至 ${union.certificateUntil}`].filter(Boolean).join('，'),
    ],
    ['主席产生方式', union.chairMode && chairModeNames[union.chairMode]],
    ['独立办公机构', flag(union.hasOwnOffice)],
    ['与党群部门合署', union.isMergedWithParty === null ? null : union.isMergedWithParty ? '是' : '否'],
    ['核定岗位', union.fullTimePosts === null ? null : `专职 ${union.fullTimePosts}，兼职 ${union.partTimePosts ?? 0}`],
  ]
  return (
    <dl className="facts">
      {rows.map(([title, value]) => (
        <Row key={title} title={title} value={value} />
      ))}
    </dl>
  )
}

const Row = ({ title, value }: { title: string; value: string | null }) => (
  <div>
    <dt>{title}</dt>
    <dd>{value || <span className="faint">未登记</span>}</dd>
  </div>
)

const Era = ({ version }: { version: Version }) => (
  <li className="duty plain">
    <div>
      <p className="duty-title">{version.name}</p>
      <p className="muted">
        {dayInWords(version.validFrom)}起{version.validTo ? `，至 ${dayInWords(version.validTo)}` : '至今'}
        {' · '}
        {[
          unionKindNames[version.kind],
          version.parent && `上级 ${version.parent}`,
          version.state !== 'active' && unionStateNames[version.state],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  </li>
)
