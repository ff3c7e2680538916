import { useMutation } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { usePermission } from '#web/me'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Session } from '../contract.ts'
import { maySkip } from '../rules/steps.ts'

const words = { done: '已办', skipped: '跳过', now: '现在', later: '以后' } as const
const hues = { done: 'green', skipped: 'amber', now: 'blue', later: undefined } as const

/** Every step with its last day and its article; what is left out says why. */
export function StepsSection({ session }: { session: Session }) {
  const mayManage = usePermission('democracy.manage') && session.state !== 'cancelled'
  const mark = useMutation(api.congress.mark.mutationOptions())
  const skip = useMutation(api.congress.skip.mutationOptions())
  const leave = async (step: Session['steps'][number]) => {
    const reason = await ask({
      title: `跳过“${step.title}”？`,
      body: '理由会写进会议记录。',
      act: '跳过这一步',
      reasons: ['已经当面商定，另附记录'],
    })
    if (reason !== false) skip.mutate({ sessionId: session.id, step: step.step, reason })
  }
  const done = session.steps.filter(({ state }) => state === 'done' || state === 'skipped').length
  return (
    <Section title="步骤" note={`${done} / ${session.steps.length}，期限从 ${session.opensOn} 推算`}>
      <ul className="duties">
        {session.steps.map((line) => (
          <li key={line.step} className="duty plain">
            <div>
              <p className="duty-title">
                <Chip hue={hues[line.state]}>{words[line.state]}</Chip> {line.title}{' '}
                {line.isLate && <span className="late">{line.doneOn ? '逾期办结' : '逾期'}</span>}
              </p>
              <p className="muted">
                {line.says} {line.cite && <Cite article={line.cite} />}
              </p>
              <p className="faint">
                {[
                  line.dueOn && `期限 ${line.dueOn}`,
                  line.doneOn && `${line.state === 'skipped' ? '登记' : '办结'} ${line.doneOn}`,
                  line.skippedWhy && `理由：${line.skippedWhy}`,
                  line.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {mayManage && line.state !== 'done' && line.state !== 'skipped' && (
              <span className="acts">
                {line.isManual && (
                  <Button
                    busy={mark.isPending}
                    aria-label={`办结：${line.title}`}
                    onClick={() => mark.mutate({ sessionId: session.id, step: line.step, on: today(), note: null })}
                  >
                    办结
                  </Button>
                )}
                <RuledButton kind="link" verdict={maySkip(line)} aria-label={`跳过：${line.title}`} onClick={() => leave(line)}>
                  跳过
                </RuledButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
