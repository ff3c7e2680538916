import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Popover } from '#web/Popover'
import { Button } from '#web/RuledButton'
import type { Visit } from '../contract.ts'

/** The office of the superior that visits says who goes along; they fill in the same record. */
export function Companions({ visit }: { visit: Visit }) {
  const { post } = useMe()
  const [chosen, choose] = useState<string[]>()
  const { data = [] } = useQuery(api.visits.holders.queryOptions())
  const act = useMutation(
    api.visits.accompany.mutationOptions({
      onSuccess: () => notify({ tone: 'good', title: '定了同去的人，他们手机上能一起填' }),
    }),
  )
  if (post?.unionName !== visit.fromUnionName || visit.state === 'dropped') return null
  const others = data.filter(({ memberId }) => memberId !== visit.leadId)
  const now = chosen ?? others.filter(({ name }) => visit.companions.includes(name)).map(({ memberId }) => memberId)
  const turn = (id: string) => choose(now.includes(id) ? now.filter((each) => each !== id) : [...now, id])
  return (
    <Popover face="同去的人" className="btn plain" align="end">
      {others.map(({ memberId, name, title }) => (
        <label key={memberId} className="check">
          <input type="checkbox" checked={now.includes(memberId)} onChange={() => turn(memberId)} />
          {name}
          <span className="faint">{title}</span>
        </label>
      ))}
      <Button busy={act.isPending} onClick={() => act.mutate({ id: visit.id, memberIds: now })}>
        定下
      </Button>
    </Popover>
  )
}
