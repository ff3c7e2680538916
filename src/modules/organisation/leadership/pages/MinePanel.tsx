import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { DutyList, DutyRow } from '#web/DutyRow'
import { useMe } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'

/** On 今天: leadership decisions that one is to carry out oneself, on whichever side. */
export function MinePanel() {
  const { person } = useMe()
  const mine = useQuery({ ...api.leadership.mine.queryOptions(), enabled: person !== null })
  const finish = useMutation(api.leadership.finishMine.mutationOptions())
  if (!mine.data?.length) return null
  const done = async (id: string, version: number) => {
    const outcome = await ask({ title: '这件决定办结了？', act: '办结', reasons: ['已经落实到位'] })
    if (outcome !== false) finish.mutate({ id, version, doneOn: today(), outcome })
  }
  return (
    <Section title="由我执行的决定" note="按期限">
      <DutyList>
        {mine.data.map(({ id, version, decision, meeting, unionName, dueOn }) => (
          <DutyRow
            key={id}
            title={decision}
            note={`${unionName} · ${meeting}`}
            dueOn={dueOn}
            act={<Button onClick={() => done(id, version)}>办结</Button>}
          />
        ))}
      </DutyList>
    </Section>
  )
}
