import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count } from '#web/words'

/** Every published version of one's scope, computed anew: what was altered in the database is named. */
export function VerifyPage() {
  const { data } = useQuery(api.disclosure.verify.queryOptions())
  const line = !data
    ? '正在逐版核对公开的原文。'
    : data.doubtful.length
      ? `${count(data.checked)} 版里有 ${count(data.doubtful.length)} 版与公开时不一致。`
      : `${count(data.checked)} 版公开的原文都与公开时一致。`
  return (
    <Page line={line}>
      <Section title="对不上的" note="校验码按原文重新计算，与公开时写进日志的一致才算对上">
        {data?.doubtful.length === 0 && <EmptyState title="没有对不上的" />}
        <ul className="duties">
          {data?.doubtful.map(({ itemId, number, title, label, unionName, fault }) => (
            <li key={itemId + number} className="duty plain">
              <div>
                <p className="duty-title">
                  <Link to={`/disclosure/items/${itemId}` as '/'}>{`${title}（${label}）第 ${number} 版`}</Link>
                </p>
                <p className="muted">{`${unionName} · ${fault}`}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
