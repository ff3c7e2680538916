import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { electionKindNames, roundKindNames } from '../rules/names.ts'
import { RoundResult } from './RoundResult.tsx'
import './elections.css'

/** Announced elections, newest first, for anybody. */
export function ResultListPage() {
  const [page, setPage] = useState(1)
  const { data } = useQuery(api.elections.announced.queryOptions({ input: { page } }))
  return (
    <Page line="选举结果，人人可查。">
      {data?.total === 0 && <EmptyState title="还没有宣布的选举结果">大会宣布结果后，在这里公布得票和核对方法。</EmptyState>}
      {data?.rows.map((one) => (
        <Section key={one.id} title={one.unionName} note={one.electedOn} padded>
          <p>
            <Link to={`/elections/${one.id}` as '/'}>{one.title}</Link>{' '}
            <Chip hue={one.isApproved ? 'green' : 'amber'}>{one.isApproved ? '上级已批准' : '等上级批准'}</Chip>
          </p>
        </Section>
      ))}
      {data && data.total > page * 10 && <Button onClick={() => setPage(page + 1)}>看更早的</Button>}
    </Page>
  )
}

/** One result with its counts and working, and the box to recount where it was voted on phones. */
export function ResultPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery(api.elections.result.queryOptions({ input: { id } }))
  if (error)
    return (
      <Page line="没有找到这次选举">
        <EmptyState title={inWords(error).title} />
      </Page>
    )
  if (!data) return <Page line="选举结果" />
  const ballots = [...new Set(data.contests.flatMap(({ rounds }) => rounds.flatMap(({ ballotId }) => ballotId ?? [])))]
  return (
    <Page line={`${data.unionName}${data.title}。`} above={electionKindNames[data.kind]}>
      <Section title="到会" padded>
        <p>
          {data.electedOn}，应到 {data.expected} 人，实到 {data.present} 人。
          {data.isApproved ? '结果已经上级工会批准。' : '结果已宣布，等上级工会批准。'}
        </p>
        {data.rollHash && <p className="muted elections-hash">选民名册校验值 {data.rollHash}</p>}
        {ballots.map((ballot) => (
          <p key={ballot}>
            <a href={`/board/verify?ballot=${ballot}`}>在这里核对全部电子选票</a>
            {'，或者'}
            <a href={`/api/ballots/${ballot}/archive`} download={`ballot-${ballot}.jsonl`}>
              下载档案（不含姓名），自己重新计票
            </a>
          </p>
        ))}
      </Section>
      {data.contests.map(({ title, seats, unitName, rounds }) => (
        <Section key={title + unitName} title={title} note={`应选 ${seats} 人`}>
          {rounds.map((round, at) => (
            <div key={at} className="card-body padded">
              <h3>{roundKindNames[round.kind]}</h3>
              <p>
                发出 {round.sheet?.issued}，收回 {round.sheet?.returned}，无效 {round.sheet?.invalid}
              </p>
              <RoundResult round={round} />
            </div>
          ))}
        </Section>
      ))}
    </Page>
  )
}
