import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { useMe } from '#web/me'
import { Section } from '#web/Section'

/** 今天: who of the superior is this union's contact, and how to reach him. Nothing where nobody is. */
export function ContactPanel() {
  const { post } = useMe()
  const { data } = useQuery({
    ...api.visits.ofUnion.queryOptions({ input: { unionId: post?.unionId ?? '' } }),
    enabled: post !== null,
  })
  if (!data || data.length === 0) return null
  return (
    <Section title="联系我们的领导干部" note="有难处直接找他">
      {data.map(({ id, holderName, holderTitle, fromUnionName, reach, lastVisit }) => (
        <div key={id} className="duty plain">
          <div>
            <p className="duty-title">
              {holderName} <span className="muted">{`${fromUnionName}${holderTitle}`}</span>
            </p>
            <p className="muted">
              {reach ? `联系方式：${reach}` : '联系方式没有登记'}
              {lastVisit && `，上次来 ${lastVisit}`}
            </p>
          </div>
          <Link to={'/contacts/visits' as '/'} className="btn plain">
            走访记录
          </Link>
        </div>
      ))}
    </Section>
  )
}
