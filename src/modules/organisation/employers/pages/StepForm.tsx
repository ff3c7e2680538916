import { useMutation } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { api } from '#web/api'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { UnionPick } from '#desk/organisation/unions'
import type { Stage } from '../contract.ts'
import { mayAdvance } from '../rules.ts'
import { stageNames } from '../rules/names.ts'
import type { Whole } from './EmployerPage.tsx'

/** Notes a contact or a new stage, and what comes next. */
export function StepForm({ employer: { id, version, stage: now } }: { employer: Whole }) {
  const advance = useMutation(api.employers.advance.mutationOptions())
  const [stage, setStage] = useState<Stage>(now === 'none' ? 'contact' : now)
  const [coveredBy, setUnion] = useState<string>()
  const [words, setWords] = useState({ note: '', nextStep: '', onDay: today(), nextOn: '' })
  const field = (key: keyof typeof words, label: string, type = 'text') => (
    <label className="field">
      {label}
      <input
        type={type}
        value={words[key]}
        maxLength={type === 'text' ? 1000 : undefined}
        onChange={(event) => setWords({ ...words, [key]: event.target.value })}
      />
    </label>
  )
  const go = () =>
    advance.mutate({
      ...{ id, version, stage, onDay: words.onDay, note: words.note },
      ...{ coveredBy: coveredBy ?? null, nextStep: words.nextStep || null, nextOn: words.nextOn || null },
    })
  return (
    <Section title="记一次联系" padded>
      <div className="two">
        <label className="field">
          阶段
          <select value={stage} onChange={(event) => setStage(event.target.value as Stage)}>
            {(Object.keys(stageNames) as Stage[])
              .filter((to) => to === 'founded' || mayAdvance(now, to, null) === null)
              .map((to) => (
                <option key={to} value={to}>
                  {stageNames[to]}
                </option>
              ))}
          </select>
        </label>
        {field('onDay', '日期', 'date')}
        {field('note', stage === 'refused' ? '拒绝的理由' : '做了什么')}
        {field('nextStep', '下一步')}
        {field('nextOn', '下一步的日期', 'date')}
        {stage === 'founded' && (
          <div className="field">
            <span>建立的工会，或覆盖它的联合工会</span>
            <Suspense fallback={<span className="bone row" />}>
              <UnionPick {...(coveredBy !== undefined && { value: coveredBy })} onChange={setUnion} />
            </Suspense>
          </div>
        )}
      </div>
      <div className="acts">
        <RuledButton verdict={mayAdvance(now, stage, coveredBy ?? null)} kind="primary" busy={advance.isPending} onClick={go}>
          记下
        </RuledButton>
      </div>
    </Section>
  )
}
