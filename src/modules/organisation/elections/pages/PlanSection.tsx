import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { blockOf } from '../rules/findings.ts'
import { assemblyNames, electorateNames, tieBreakNames, wayNames } from '../rules/names.ts'
import type { Shown } from './ElectionPage.tsx'
import { stateAt } from './parts.tsx'
import { PlanForm } from './PlanForm.tsx'

/** The plan: seen by all, changed and sent up by the union until it is agreed. */
export function PlanSection({ election, isOurs }: Shown) {
  const [isEditing, setEditing] = useState(false)
  const file = useMutation(api.elections.file.mutationOptions())
  const { id, version, plan, contests, findings, motion } = election
  const isWaiting = election.filings.some(({ what, answeredAt }) => what === 'plan' && !answeredAt)
  const isOpen =
    isOurs && !isWaiting && stateAt(election, 'planReport') !== 'done' && stateAt(election, 'planReport') !== 'skipped'
  if (isEditing) return <Editing election={election} done={() => setEditing(false)} />
  return (
    <Section
      title="方案和办法"
      note={plan.meetingOn ? `${plan.meetingOn} 开会` : '大会日期待定'}
      foot={
        isOpen && (
          <div className="acts">
            <RuledButton
              kind="primary"
              verdict={blockOf(findings)}
              busy={file.isPending}
              onClick={() => file.mutate({ id, version, what: 'plan' })}
            >
              报上级
            </RuledButton>
            <Button onClick={() => setEditing(true)}>修改方案</Button>
          </div>
        )
      }
    >
      <p className="card-body padded">
        {assemblyNames[plan.assembly]}，第 {plan.termNumber} 届，任期 {plan.termYears} 年；
        {plan.ways.map((way) => wayNames[way]).join('、')}；得票相等：
        {tieBreakNames[plan.tieBreak]}；{plan.lead || '（领导的党组织未填）'}领导。{plan.place && `地点${plan.place}。`}
        {plan.note}
      </p>
      {motion && (
        <p className="card-body padded">
          罢免{motion.name}：{motion.grounds}
          <br />
          本人申辩：{motion.defence || '没有书面申辩'}
        </p>
      )}
      <div className="elections-scroll">
        <table className="elections-table">
          <thead>
            <tr>
              <th>选举项目</th>
              <th className="num">应选</th>
              <th className="num">候选人</th>
              <th>由谁选</th>
              <th>当选</th>
            </tr>
          </thead>
          <tbody>
            {contests.map((one) => (
              <tr key={one.id}>
                <td>{one.title}</td>
                <td className="num">{one.seats}</td>
                <td className="num">{one.candidatesWanted}</td>
                <td>{one.unitName ?? electorateNames[one.electorate]}</td>
                <td>
                  {one.elected.map(({ name }) => name).join('、')}
                  {one.leftOpen && `（缺 ${one.leftOpen.seats}：${one.leftOpen.reason}）`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Editing({ election, done }: { election: Shown['election']; done: () => void }) {
  const save = useMutation(api.elections.save.mutationOptions())
  const [draft, setDraft] = useState(() => ({
    plan: election.plan,
    motion: election.motion,
    contests: election.contests.map(({ post, title, seats, candidatesWanted, electorate, unitId, unitName }) => ({
      ...{ post, title, seats, candidatesWanted, electorate, unitId, unitName },
    })),
  }))
  const { id, version } = election
  return (
    <>
      <PlanForm kind={election.kind} draft={draft} change={setDraft} />
      <div className="acts">
        <Button kind="primary" busy={save.isPending} onClick={() => save.mutate({ id, version, ...draft }, { onSuccess: done })}>
          保存方案
        </Button>
        <Button onClick={done}>不改了</Button>
      </div>
    </>
  )
}
