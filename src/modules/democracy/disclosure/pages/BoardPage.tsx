import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { type Found, UnionFind } from '#web/UnionFind'
import { dayInWords } from '#web/words'
import { kindNames } from '../rules/names.ts'

/** For the public: what a unit shows to everybody. */
export function BoardPage() {
  const [union, pick] = useState<Found | null>(null)
  const { data } = useQuery({
    ...api.disclosure.board.queryOptions({ input: { unionId: union?.id ?? '' } }),
    enabled: union !== null,
  })
  return (
    <Page line="面向社会公开的事项，人人可看。">
      <Section title="找单位" padded>
        <UnionFind label="哪个单位的工会" value={union} pick={pick} />
      </Section>
      {union && (
        <Section title="公开栏" note="新的在前">
          {data?.length === 0 && (
            <EmptyState title="没有面向社会公开的事项">只向本单位职工公开的，职工登录后在手机上看。</EmptyState>
          )}
          <ul className="duties">
            {data?.map(({ id, title, label, kind, publishedOn }) => (
              <li key={id} className="duty plain">
                <div>
                  <p className="duty-title">
                    <Link to={`/disclosure/${id}` as '/'}>{`${title}（${label}）`}</Link>
                  </p>
                  <p className="muted">{`${kindNames[kind]} · ${dayInWords(publishedOn)}`}</p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
