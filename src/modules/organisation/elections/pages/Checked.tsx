import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Button } from '#web/RuledButton'
import type { CandidateShown } from '../contract.ts'
import { Text, Tick } from './fields.tsx'

const tieNames = {
  isHead: '行政主要负责人、法定代表人或合伙人',
  isRelativeOfHead: '他们的近亲属',
  isPersonnelHead: '人力资源部门负责人',
  isForeign: '外籍职工',
  handlesMoney: '经管财务',
} as const
type TieKey = keyof typeof tieNames
const none = { isHead: false, isRelativeOfHead: false, isPersonnelHead: false, isForeign: false, handlesMoney: false }

/** What was found out about a candidate, and what ties him to the employer's side. */
export function Checked({ one, done }: { one: CandidateShown; done: () => void }) {
  const check = useMutation(api.elections.check.mutationOptions())
  const [facts, setFacts] = useState({ isFrontLine: one.isFrontLine, isModel: one.isModel, isManager: one.isManager })
  const [ties, setTies] = useState<Record<TieKey, boolean>>(() => ({ ...none, ...(one.ties as typeof none) }))
  const [job, setJob] = useState(one.job ?? '')
  const submit = () => check.mutate({ id: one.id, ...facts, job, ties }, { onSuccess: done })
  return (
    <div className="elections-grid">
      <Text label="岗位" value={job} change={setJob} />
      <div className="wide">
        <Tick label="一线职工" value={facts.isFrontLine} change={(isFrontLine) => setFacts({ ...facts, isFrontLine })} />
        <Tick label="劳模（先进）" value={facts.isModel} change={(isModel) => setFacts({ ...facts, isModel })} />
        <Tick label="中层正职以上" value={facts.isManager} change={(isManager) => setFacts({ ...facts, isManager })} />
        {(Object.keys(tieNames) as TieKey[]).map((key) => (
          <Tick key={key} label={tieNames[key]} value={ties[key]} change={(on) => setTies({ ...ties, [key]: on })} />
        ))}
      </div>
      <div className="acts">
        <Button busy={check.isPending} onClick={submit}>
          保存核对情况
        </Button>
      </div>
    </div>
  )
}
