import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { lackNames } from '../rules/tasks.ts'
import { hoursOf, LoadChip } from './words.tsx'

const ways = [
  ['/hours', '记工时', '三下就记好'],
  ['/courses', '干部培训', '报名、签到、证书'],
  ['/ability', '我的能力', '自评，找差距'],
] as const

/** 工会干部: the cadre's own file on the phone, and what he does with it. */
export function MyFilePage() {
  const { data } = useSuspenseQuery(api.cadres.mine.queryOptions())
  if (!data.isCadre)
    return (
      <Page line="这里面向在任的工会干部。" above="工会干部">
        <EmptyState title="您现在没有担任工会职务">想为工友做事，可以先从积极分子做起，找工会小组长聊聊。</EmptyState>
      </Page>
    )
  const { row, terms, months, agreements } = data
  const agreed = agreements.find(({ untilOn }) => untilOn === null)
  return (
    <Page line={`${data.personName}，这是您的干部档案。`} above={row?.unionName}>
      <div className="tiles">
        {ways.map(([to, title, note]) => (
          <Link key={to} to={to as '/'} className="tile">
            {title}
            <small>{note}</small>
          </Link>
        ))}
      </div>
      <Section title="任职">
        <ul className="duties">
          {terms.map(({ id, unionName, title, fromOn, untilOn, endedOn }) => (
            <li key={id} className="duty plain">
              <div>
                <p className="duty-title">{title}</p>
                <p className="muted">
                  {unionName} · {fromOn} 至 {endedOn ?? untilOn ?? '今'}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {row && !row.isFullTime && (
        <Section title="工会工作时间" note={<LoadChip load={row.load} />} padded>
          <p>
            {agreed ? `与行政约定每月 ${agreed.hoursPerMonth} 小时。` : `还没有约定；带薪时间每月 ${data.allowance.hours} 小时。`}
          </p>
          <p className="muted">
            {data.allowance.says}（{data.allowance.cite}）
          </p>
          {months.map(({ month, minutes }) => (
            <p key={month}>
              {month}：{hoursOf(minutes)}
            </p>
          ))}
        </Section>
      )}
      {row && row.lacks.length > 0 && (
        <Section title="档案还缺" padded>
          {row.lacks.map((lack) => (
            <p key={lack}>{lackNames[lack]}</p>
          ))}
        </Section>
      )}
    </Page>
  )
}
