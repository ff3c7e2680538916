import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { dayInWords } from '#web/words'
import { kindNames } from '../rules/names.ts'

/** On the phone: what my unit and my union have published for me. */
export function MinePage() {
  const { data } = useQuery(api.disclosure.mine.queryOptions())
  const unread = data?.filter(({ hasRead }) => !hasRead).length ?? 0
  return (
    <Page line={unread ? `有 ${unread} 项您还没看。` : '公开的事项，都可以看、可以问。'}>
      <Section title="公开的事项" note="新的在前">
        {data?.length === 0 && <EmptyState title="还没有公开的事项">单位或工会公开后，会出现在这里。</EmptyState>}
        <ul className="duties">
          {data?.map(({ id, title, label, kind, publishedOn, unionName, hasRead, isCorrected }) => (
            <li key={id} className="duty plain">
              <div>
                <p className="duty-title">
                  <Link to={`/disclosure/${id}` as '/'}>{`${title}（${label}）`}</Link> {!hasRead && <Chip hue="red">未读</Chip>}{' '}
                  {isCorrected && <Chip hue="amber">有更正</Chip>}
                </p>
                <p className="muted">{`${kindNames[kind]} · ${unionName} · ${dayInWords(publishedOn)}`}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
