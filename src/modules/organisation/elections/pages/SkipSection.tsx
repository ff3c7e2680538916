import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { maySkip, skippable, type StepState } from '../rules/chain.ts'
import { type Step, stepNames } from '../rules/names.ts'
import type { Shown } from './ElectionPage.tsx'
import { Text } from './fields.tsx'

/** A step left out, with its reason on record; the law's own steps are refused with the article. And giving the election up. */
export function SkipSection({ election }: Pick<Shown, 'election'>) {
  const { id, version, chain, title } = election
  const skip = useMutation(api.elections.skip.mutationOptions())
  const withdraw = useMutation(api.elections.withdraw.mutationOptions())
  const [reason, setReason] = useState('')
  const states = Object.fromEntries(chain.map((one) => [one.step, one.state])) as Record<Step, StepState>
  const steps = chain.filter(({ step, state }) => state === 'now' && step in skippable).map(({ step }) => step)
  const giveUp = async () => {
    const why = await ask({ title: `撤回${title}？`, act: '撤回', reasons: ['方案要重新报', '登记有误'], danger: true })
    if (typeof why === 'string') withdraw.mutate({ id, version, reason: why })
  }
  return (
    <Section title="略过一步或撤回" note="理由记入档案，上级看得到" padded>
      {steps.length > 0 && <Text label="略过的理由" value={reason} change={setReason} />}
      <div className="acts">
        {steps.map((step) => (
          <RuledButton
            key={step}
            verdict={maySkip(step, states, reason)}
            busy={skip.isPending}
            onClick={() => skip.mutate({ id, version, step, reason })}
          >
            略过“{stepNames[step]}”
          </RuledButton>
        ))}
        {!election.announcedAt && (
          <Button kind="link" onClick={giveUp}>
            撤回这次选举
          </Button>
        )}
      </div>
    </Section>
  )
}
