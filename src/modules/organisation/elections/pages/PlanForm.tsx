import { DayField } from '#web/DayField'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Draft } from '../contract.ts'
import {
  assemblyNames,
  type ContestPost,
  contestPostNames,
  type Electorate,
  type ElectionKind,
  electorateNames,
  tieBreakNames,
  wayNames,
  ways,
} from '../rules/names.ts'
import { Choice, Text, Tick, Whole } from './fields.tsx'
import { MotionForm } from './MotionForm.tsx'

/** A deputy in office, whom his unit may recall. */
export type Deputy = {
  of: 'deputies' | 'delegates'
  memberId: string
  name: string
  unitId: string | null
  unitName: string | null
}
export type Props = { kind: ElectionKind; draft: Draft; change: (draft: Draft) => void; deputies?: readonly Deputy[] }
const terms = { '3': '3 年', '5': '5 年' } as const

/** The work plan: meeting, ways of voting, posts with seats and candidates. */
export function PlanForm({ kind, draft, change, deputies = [] }: Props) {
  const { plan } = draft
  const set = (part: Partial<Draft['plan']>) => change({ ...draft, plan: { ...plan, ...part } })
  return (
    <>
      <Section title="大会" padded>
        <div className="elections-grid">
          <Choice label="会议" names={assemblyNames} value={plan.assembly} change={(assembly) => set({ assembly })} />
          <Whole label="第几届" value={plan.termNumber} change={(termNumber) => set({ termNumber })} />
          <Choice
            label="任期"
            names={terms}
            value={String(plan.termYears) as '3'}
            change={(years) => set({ termYears: Number(years) })}
          />
          <DayField
            label="大会日期"
            isStacked
            value={plan.meetingOn ?? undefined}
            pick={(day) => set({ meetingOn: day ?? null })}
          />
          <Text label="地点" value={plan.place} change={(place) => set({ place })} />
          <Text label="由哪个党组织领导" hint="没有党组织的写上一级工会" value={plan.lead} change={(lead) => set({ lead })} />
          <Choice label="得票相等" names={tieBreakNames} value={plan.tieBreak} change={(tieBreak) => set({ tieBreak })} />
          <div className="field">
            <span>投票方式</span>
            {ways.map((way) => (
              <Tick
                key={way}
                label={wayNames[way]}
                value={plan.ways.includes(way)}
                change={(on) => set({ ways: ways.filter((one) => (one === way ? on : plan.ways.includes(one))) })}
              />
            ))}
            <Tick label="先预选，再正式选举" value={plan.hasPrimary} change={(hasPrimary) => set({ hasPrimary })} />
          </div>
          <div className="wide">
            <Text label="说明" isLong value={plan.note} change={(note) => set({ note })} />
          </div>
        </div>
      </Section>
      {kind === 'recall' ? (
        <MotionForm draft={draft} change={change} deputies={deputies} />
      ) : (
        <Contests kind={kind} draft={draft} change={change} />
      )}
    </>
  )
}

const postsFor: Partial<Record<ElectionKind, readonly ContestPost[]>> = { deputies: ['deputy'], delegates: ['delegate'] }

function Contests({ kind, draft, change }: Props) {
  const { contests } = draft
  type Contest = (typeof contests)[number]
  const set = (at: number, part: Partial<Contest>) =>
    change({ ...draft, contests: contests.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  const posts =
    postsFor[kind] ??
    (Object.keys(contestPostNames) as ContestPost[]).filter((post) => !['deputy', 'delegate', 'recall'].includes(post))
  const names = Object.fromEntries(posts.map((post) => [post, contestPostNames[post]])) as Record<ContestPost, string>
  const first = posts[0]!
  const isUnit = kind === 'deputies' || kind === 'delegates'
  const fresh: Contest = {
    ...{ post: first, title: contestPostNames[first], seats: 1, candidatesWanted: 2, electorate: isUnit ? 'unit' : 'assembly' },
    ...{ unitId: null, unitName: null },
  }
  return (
    <Section title="选举项目" note="名额和候选人数按会员人数起草，可以改">
      <div className="elections-scroll">
        <table className="elections-table">
          <thead>
            <tr>
              <th>职务</th>
              <th>名称</th>
              <th>应选</th>
              <th>候选人</th>
              <th>由谁选</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {contests.map((one, at) => (
              <tr key={at}>
                <td>
                  <select
                    aria-label="职务"
                    value={one.post}
                    onChange={({ target }) =>
                      set(at, { post: target.value as ContestPost, title: names[target.value as ContestPost] })
                    }
                  >
                    {posts.map((post) => (
                      <option key={post} value={post}>
                        {names[post]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input aria-label="名称" value={one.title} onChange={({ target }) => set(at, { title: target.value })} />
                </td>
                <td>
                  <Whole isBare label="应选" value={one.seats} change={(seats) => set(at, { seats })} />
                </td>
                <td>
                  <Whole
                    isBare
                    label="候选人"
                    value={one.candidatesWanted}
                    change={(candidatesWanted) => set(at, { candidatesWanted })}
                  />
                </td>
                <td>
                  {one.unitName ?? (
                    <select
                      aria-label="由谁选"
                      value={one.electorate}
                      onChange={({ target }) => set(at, { electorate: target.value as Electorate })}
                    >
                      {(Object.keys(electorateNames) as Electorate[]).map((key) => (
                        <option key={key} value={key}>
                          {electorateNames[key]}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
                <td>
                  <Button kind="link" onClick={() => change({ ...draft, contests: contests.filter((_, n) => n !== at) })}>
                    去掉
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="card-body padded">
        <Button onClick={() => change({ ...draft, contests: [...contests, fresh] })}>加一项</Button>
      </p>
    </Section>
  )
}
