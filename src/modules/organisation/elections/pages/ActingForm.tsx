import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { PersonPick } from '#web/PersonPick'
import { Button } from '#web/RuledButton'
import type { Election } from '../contract.ts'
import { Text } from './fields.tsx'

const nobody = { memberId: '', name: '', until: undefined as string | undefined, reason: '' }

/** Who leads until the chair is elected anew: goes up to the superior, usually for three months (ELEC-30). */
export function ActingForm({ election: { id, version } }: { election: Election }) {
  const file = useMutation(api.elections.file.mutationOptions())
  const [asked, setAsked] = useState<typeof nobody>()
  if (!asked)
    return (
      <Button kind="link" onClick={() => setAsked(nobody)}>
        报谁主持工作
      </Button>
    )
  const { memberId, name, until, reason } = asked
  const submit = () =>
    file.mutate(
      { id, version, what: 'acting', memberId, reason, ...(until && { until }) },
      { onSuccess: () => setAsked(undefined) },
    )
  return (
    <>
      <PersonPick
        label="由谁主持（现任副主席或委员）"
        value={{ personId: memberId || null, personName: name }}
        pick={({ personId, personName }) => setAsked({ ...asked, memberId: personId ?? '', name: personName })}
      />
      <DayField label="主持到" value={until} pick={(day) => setAsked({ ...asked, until: day })} />
      <Text
        label="主席空缺的原因和党组织的意见"
        isLong
        value={reason}
        change={(words) => setAsked({ ...asked, reason: words })}
      />
      <Button busy={file.isPending} onClick={submit}>
        报上级
      </Button>
    </>
  )
}
