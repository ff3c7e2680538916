import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { StateSteps } from '#web/StateSteps'
import type { Election } from '../contract.ts'
import { BallotSection } from './BallotSection.tsx'
import { Filings } from './Filings.tsx'
import { MeetingSection } from './MeetingSection.tsx'
import { Nomination } from './Nomination.tsx'
import { Challenges, NoticeSection } from './NoticeSection.tsx'
import { Findings, sentenceOf, stepsOf, Timeline } from './parts.tsx'
import { PlanSection } from './PlanSection.tsx'
import { RollSection } from './RollSection.tsx'
import { SkipSection } from './SkipSection.tsx'
import './elections.css'

/** One election: the chain at the top, each step's work beneath, rules, filings and what happened beside it. */
export function ElectionPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery(api.elections.get.queryOptions({ input: { id } }))
  const { post } = useMe()
  const mayFile = usePermission('unions.file')
  if (error)
    return (
      <Page line="没有找到这次选举">
        <EmptyState title={inWords(error).title} />
      </Page>
    )
  if (!data) return <Page line="选举" />
  const isOurs = mayFile && data.state === 'open' && post?.unionId === data.unionId
  return (
    <Page
      line={sentenceOf(data)}
      above={<Link to={'/elections' as '/'}>选举换届</Link>}
      acts={<Links election={data} isOurs={isOurs} />}
      side={
        <>
          <Filings election={data} isOurs={isOurs} />
          <Findings title="方案对照规定" list={data.findings} />
          <Challenges election={data} isOurs={isOurs} />
          <Timeline list={data.timeline} />
        </>
      }
    >
      <StateSteps label="选举办到哪一步" steps={stepsOf(data)} />
      <PlanSection election={data} isOurs={isOurs} />
      <RollSection election={data} isOurs={isOurs} />
      <Nomination election={data} isOurs={isOurs} />
      <NoticeSection election={data} isOurs={isOurs} />
      <MeetingSection election={data} isOurs={isOurs} />
      <BallotSection election={data} isOurs={isOurs} />
      {isOurs && <SkipSection election={data} />}
    </Page>
  )
}

export type Shown = { election: Election; isOurs: boolean }

const Links = ({ election: { id, rollFrozenAt }, isOurs }: Shown) => (
  <>
    <Link to={`/elections/${id}/papers` as '/'} className="btn plain">
      文件和主持词
    </Link>
    {rollFrozenAt && (
      <>
        <a className="btn plain" href={`/elections/${id}/screen`} target="_blank" rel="noreferrer">
          大屏幕
        </a>
        {isOurs && (
          <>
            <Link to={`/elections/${id}/roll` as '/'} className="btn plain">
              签到发票
            </Link>
            <Link to={`/elections/${id}/station` as '/'} className="btn plain">
              计票台
            </Link>
          </>
        )}
      </>
    )}
  </>
)
