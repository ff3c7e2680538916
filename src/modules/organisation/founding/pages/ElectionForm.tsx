import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Project } from '../contract.ts'
import { isQuorate } from '../rules.ts'
import { Choice, DayOf, Text, Whole } from './fields.tsx'

const meetings = { assembly: '会员大会', congress: '会员代表大会' } as const

/** 报告选举结果, after the approval: the superior then registers the union as founded. */
export function ElectionForm({ project: { id, version, candidates } }: { project: Project }) {
  const report = useMutation(api.founding.report.mutationOptions())
  const [electedOn, setOn] = useState(today())
  const [meeting, setMeeting] = useState<keyof typeof meetings>('assembly')
  const [expected, setExpected] = useState<number | null>(null)
  const [present, setPresent] = useState<number | null>(null)
  const [seats, setSeats] = useState<number | null>(candidates.length || null)
  const [chair, setChair] = useState(candidates.find(({ seat }) => seat === 'chair')?.name ?? '')
  const [paper, setPaper] = useState('')
  const few = expected && present && !isQuorate({ expected, present })
  const submit = () =>
    report.mutate({
      id,
      version,
      election: { electedOn, meeting, expected: expected ?? 0, present: present ?? 0, seats: seats ?? 1, chair, paper },
    })
  return (
    <Section title="报告选举结果" note="选举后报上级登记，工会就成立了" padded>
      <div className="founding-grid">
        <DayOf label="选举日期" max={today()} value={electedOn} change={setOn} />
        <Choice label="会议" names={meetings} value={meeting} change={setMeeting} />
        <Whole label="应到人数" value={expected} change={setExpected} />
        <Whole label="实到人数" value={present} change={setPresent} />
        <Whole label="当选委员人数" value={seats} change={setSeats} />
        <Text label="当选主席（组织员）" value={chair} change={setChair} />
        <Text label="会议记录或结果报告" hint="名称或文号" value={paper} change={setPaper} />
      </div>
      {few && <p className="late">到会不足应到的三分之二，请核对（《工会基层组织选举工作条例》，条号待核对）。</p>}
      <div className="acts">
        <Button kind="primary" busy={report.isPending} onClick={submit}>
          报告上级
        </Button>
      </div>
    </Section>
  )
}
