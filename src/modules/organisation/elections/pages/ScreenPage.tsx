import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { QrCode } from '#web/QrCode'
import type { Election } from '../contract.ts'
import { roundKindNames } from '../rules/names.ts'
import { outcomeNames, quorumOf } from '../rules/result.ts'
import { useDoorCode } from './MeetingSection.tsx'
import './elections.css'

/** What the hall sees: presence with the code to scan, then what is being voted on, then the result. 1920×1080. */
export function ScreenPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery({ ...api.elections.get.queryOptions({ input: { id } }), refetchInterval: 4000 })
  if (!data) return <main className="elections-screen" aria-busy="true" />
  return (
    <main className="elections-screen">
      <header>
        <p>{data.unionName}</p>
        <h1>{data.title}</h1>
      </header>
      <Middle election={data} />
      <footer>
        <p>
          {data.plan.meetingOn} {data.plan.place}
          {data.rollHash && ` · 名册校验值 ${data.rollHash.slice(0, 16)}`}
        </p>
      </footer>
    </main>
  )
}

function Middle({ election }: { election: Election }) {
  const rounds = election.contests.flatMap(({ title, rounds: list }) => list.map((round) => ({ ...round, title })))
  const open = rounds.filter(({ closedAt }) => !closedAt)
  const settled = rounds.filter(({ settledAt }) => settledAt)
  const counting = rounds.filter(({ closedAt, settledAt }) => closedAt && !settledAt)
  if (!election.startedAt) return <Presence election={election} />
  if (open.length)
    return (
      <Voting
        election={election}
        titles={open.map(({ title, kind, seats }) => `${title}（${roundKindNames[kind]}，应选 ${seats} 人）`)}
      />
    )
  if (counting.length) return <Big label="正在计票" value={counting.map(({ title }) => title).join('、')} />
  if (!settled.length) return <Presence election={election} />
  return (
    <div>
      {settled.map(({ id, title, kind, expected, present, sheet, result }) => (
        <section key={id}>
          <h2>
            {title} {kind !== 'main' && roundKindNames[kind]}
          </h2>
          <p>
            应到 {expected}，实到 {present}，发出 {sheet?.issued}，收回 {sheet?.returned}，有效{' '}
            {(sheet?.returned ?? 0) - (sheet?.invalid ?? 0)}
          </p>
          <p>
            {result?.elected.length
              ? `当选：${result.elected.map(({ name, yes }) => `${name}（${yes} 票）`).join('　')}`
              : result && outcomeNames[result.outcome]}
            {result?.tied.length ? `；得票相等：${result.tied.map(({ name }) => name).join('、')}` : ''}
          </p>
        </section>
      ))}
    </div>
  )
}

const Big = ({ label, value }: { label: string; value: string }) => (
  <div>
    <p>{label}</p>
    <p className="elections-big">{value}</p>
  </div>
)

function Presence({ election: { id, expected, rollCount, presentNow, state } }: { election: Election }) {
  const { data } = useDoorCode(id, state === 'open')
  const all = expected ?? rollCount
  const quorum = quorumOf({ expected: all, present: presentNow, day: '2026-01-01' })
  return (
    <div className="elections-pair">
      <div>
        <p>应到 {all} 人，已签到</p>
        <p className="elections-big">{presentNow}</p>
        <p>{quorum.holds ? '达到三分之二，可以开会选举' : '不足三分之二，还不能选举'}</p>
      </div>
      {data && (
        <div>
          <QrCode text={`${location.origin}/m/elections/${id}/here?code=${data.code}`} label="签到二维码" />
          <p>用手机扫码签到，或到签到处</p>
        </div>
      )}
    </div>
  )
}

/** What is being voted on; never how many have, by name or in a small hall. */
const Voting = ({ election, titles }: { election: Election; titles: readonly string[] }) => (
  <div className="elections-pair">
    <div>
      <p>正在投票</p>
      {titles.map((title) => (
        <h2 key={title}>{title}</h2>
      ))}
      <p>无记名投票，不得委托他人。实到 {election.presentNow} 人。</p>
    </div>
    {election.plan.ways.includes('online') && (
      <div>
        <QrCode text={`${location.origin}/m/elections/${election.id}`} label="手机投票二维码" />
        <p>扫码投票，或到发票处领纸质选票</p>
      </div>
    )}
  </div>
)
