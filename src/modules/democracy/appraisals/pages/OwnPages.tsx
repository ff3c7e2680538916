import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { Booth } from '#web/ballots'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { ResultTable } from './ResultTable.tsx'

/** 民主评议 on the phone. */
export function OwnListPage() {
  const { data } = useSuspenseQuery(api.appraisals.mine.queryOptions())
  const open = data.filter(({ isOpen }) => isOpen)
  return (
    <Page above="民主评议" line={open.length ? `${open.length} 次评议，等您来评。` : '现在没有要评的。'}>
      {data.length === 0 && <EmptyState title="还没有评议">轮到您评的时候会通知您。</EmptyState>}
      {data.length > 0 && (
        <Section title="评议">
          <ul className="duties">
            {data.map(({ id, title, unionName, isOpen, hasTaken, closesOn, publishedOn }) => (
              <li key={id} className="duty plain">
                <div>
                  <p className="duty-title">
                    <Link to={`/appraisals/${id}` as '/'} className="link">
                      {title}
                    </Link>{' '}
                    {isOpen && !hasTaken && <Chip hue="red">待评</Chip>} {publishedOn && <Chip hue="green">已公布</Chip>}
                  </p>
                  <p className="muted">
                    {unionName}
                    {isOpen && `，${closesOn} 截止`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

/** One appraisal on the phone: the booth while it runs, the result and what follows once it is published. */
export function OwnPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { person } = useMe()
  const { data } = useSuspenseQuery(api.appraisals.mine.queryOptions())
  const row = data.find((one) => one.id === id)
  if (!row) return <EmptyState title="没有找到这次评议">可能不是您单位的评议，或者还没有公布。</EmptyState>
  return (
    <Page above={row.unionName} line={row.title}>
      {row.isOpen && row.isOnRoll && <Booth ballotId={row.ballotId} owner={person?.id ?? ''} />}
      {!row.isOpen && !row.publishedOn && <EmptyState title="评议已经截止">结果先向职工代表大会报告，再向职工公布。</EmptyState>}
      {row.result && (
        <Section title="结果" note={`应评 ${row.result.electors} 人，交回 ${row.result.returned} 份`} padded>
          <ResultTable result={row.result} />
        </Section>
      )}
      {row.improvementList.length > 0 && (
        <Section title="改进了什么">
          <ul className="duties">
            {row.improvementList.map(({ id: at, title, dueOn, doneOn, evidence }) => (
              <li key={at} className="duty plain">
                <div>
                  <p className="duty-title">
                    {title} {doneOn ? <Chip hue="green">完成</Chip> : <Chip>{dueOn} 前</Chip>}
                  </p>
                  {evidence && <p className="muted">{evidence}</p>}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
