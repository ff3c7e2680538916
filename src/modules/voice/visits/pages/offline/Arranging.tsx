import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { DayField } from '#web/DayField'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { useQueuedMutation } from '#web/queue'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Visit } from '../../contract.ts'

const shown = (error: unknown) => notify({ tone: 'bad', ...inWords(error) })

/** A visit that is still ahead: another day, or not at all, with the reason. */
export function Arranging({ visit: { id, plannedOn } }: { visit: Visit }) {
  const [day, setDay] = useState(plannedOn)
  const arranging = useQueuedMutation(api.visits.arrange, '走访改期')
  const dropping = useQueuedMutation(api.visits.drop, '取消走访')
  const drop = async () => {
    const reason = await ask({
      title: '这次不去了？',
      body: '理由会留下记录。要是后来还是去了，照常填，会自动恢复。',
      act: '不去了',
      reasons: ['企业停产放假', '与别的走访合并', '天气原因改线上'],
    })
    if (reason !== false) await dropping.send({ id, reason }, id).catch(shown)
  }
  return (
    <Section title="改期、取消" padded>
      <DayField label="改到" value={day} min={today()} pick={(picked) => picked && setDay(picked)} />
      <div className="acts">
        <Button
          aria-disabled={day === plannedOn}
          onClick={() => day !== plannedOn && arranging.send({ id, plannedOn: day }, id).catch(shown)}
        >
          改期
        </Button>
        <Button onClick={drop}>不去了</Button>
      </div>
    </Section>
  )
}
