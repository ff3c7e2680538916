import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Person, PersonPick } from '#web/PersonPick'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Body, Capacity, Role } from '../contract/shapes.ts'
import { bodyNames, capacityNames, roleNames } from '../rules/names.ts'

/** The leading group and the supervision group, and what they lack. */
export function Groups({ unionId, mayManage }: { unionId: string; mayManage: boolean }) {
  const { data } = useQuery(api.disclosure.groups.queryOptions({ input: { unionId } }))
  const unseat = useMutation(api.disclosure.unseat.mutationOptions())
  return (
    <Section title="公开领导小组和监督小组" note={data?.gaps.length === 0 ? '齐全' : data?.gaps.join('；')}>
      <ul className="duties">
        {data?.seats.map(({ id, body, role, capacity, personName, title }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">
                {personName} <Chip>{`${bodyNames[body]}${roleNames[role]}`}</Chip>
              </p>
              <p className="muted">{`${capacityNames[capacity]} · ${title}`}</p>
            </div>
            {mayManage && <Button onClick={() => unseat.mutate({ id, untilOn: today() })}>退出</Button>}
          </li>
        ))}
      </ul>
      {mayManage && <SeatForm unionId={unionId} />}
    </Section>
  )
}

const nobody: Person = { personId: null, personName: '' }
const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, title]) => (
    <option key={value} value={value}>
      {title}
    </option>
  ))

function SeatForm({ unionId }: { unionId: string }) {
  const [round, setRound] = useState(0)
  const [person, pick] = useState<Person>(nobody)
  const onSuccess = () => {
    setRound(round + 1)
    pick(nobody)
  }
  const seat = useMutation(api.disclosure.seat.mutationOptions({ onSuccess }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { body, role, capacity, title = '' } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const { personId: memberId, personName } = person
    const place = { body: body as Body, role: role as Role, capacity: capacity as Capacity }
    seat.mutate({ unionId, ...place, memberId, personName, title, fromOn: today() })
  }
  return (
    <form key={round} className="card-body padded" onSubmit={submit}>
      <div className="two">
        <label className="field">
          小组
          <select name="body">{options(bodyNames)}</select>
        </label>
        <label className="field">
          组内职务
          <select name="role">{options(roleNames)}</select>
        </label>
        <PersonPick label="姓名" value={person} pick={pick} isOpenToOthers required />
        <label className="field">
          身份
          <select name="capacity">{options(capacityNames)}</select>
        </label>
        <label className="field">
          职务
          <input name="title" required minLength={2} maxLength={60} />
        </label>
      </div>
      <div className="acts">
        <Button type="submit" busy={seat.isPending}>
          登记成员
        </Button>
      </div>
    </form>
  )
}
