import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { PersonPick } from '#web/PersonPick'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Working } from '#web/Working'
import { today } from '#web/words'
import { type OfficerRole, officerRoleNames, officerRoles } from '../rules/names.ts'
import { mayStart, quorumOf } from '../rules/result.ts'
import type { Shown } from './ElectionPage.tsx'
import { Choice, Whole } from './fields.tsx'
import { stateAt } from './parts.tsx'

/** The day: who came, whether enough, scrutineers and tellers adopted. */
export function MeetingSection({ election, isOurs }: Shown) {
  const start = useMutation(api.elections.start.mutationOptions())
  // Held here and not in the form: the codes stay on the screen when the form has done its work and is gone.
  const adopt = useMutation(api.elections.adopt.mutationOptions())
  const state = stateAt(election, 'meeting')
  const { id, version, rollCount, presentNow, present, expected, startedAt, officers, officersVote, contests } = election
  if (state === 'later') return null
  const facts = { expected: expected ?? rollCount, present: present ?? presentNow, day: today() }
  const areUnits = contests.every(({ electorate }) => electorate === 'unit')
  return (
    <Section title="大会" note={startedAt ? `已开始，${presentNow} 人到会` : `${presentNow} 人已签到`} padded>
      {!areUnits && <Working lines={[quorumOf(facts)]} />}
      {isOurs && state === 'now' && (
        <div className="acts">
          <Link to={`/elections/${id}/roll` as '/'} className="btn plain">
            签到
          </Link>
          <RuledButton
            kind="primary"
            verdict={areUnits ? null : mayStart(facts)}
            busy={start.isPending}
            onClick={() => start.mutate({ id, version })}
          >
            宣布大会开始
          </RuledButton>
        </div>
      )}
      {officersVote && (
        <p>
          {officers.map(({ role, name }) => `${officerRoleNames[role]}${name}`).join('，')}（到会 {officersVote.present} 人，赞成{' '}
          {officersVote.yes}；选举办法赞成 {officersVote.rulesYes}）
        </p>
      )}
      {adopt.data && <Codes codes={adopt.data.codes} />}
      {isOurs && stateAt(election, 'officers') === 'now' && (
        <Adopt election={election} busy={adopt.isPending} say={adopt.mutate} />
      )}
    </Section>
  )
}

type Named = { role: OfficerRole; memberId: string; name: string }

type Said = { id: string; version: number; officers: { role: OfficerRole; memberId: string }[]; yes: number; rulesYes: number }
type AdoptProps = Pick<Shown, 'election'> & { busy: boolean; say: (said: Said) => void }

function Adopt({ election: { id, version, presentNow }, busy, say }: AdoptProps) {
  const [list, setList] = useState<Named[]>([])
  const [role, setRole] = useState<OfficerRole>('chiefScrutineer')
  const [person, setPerson] = useState({ personId: null as string | null, personName: '' })
  const [yes, setYes] = useState(presentNow)
  const [rulesYes, setRulesYes] = useState(presentNow)
  const add = () => {
    if (!person.personId) return
    setList([...list, { role, memberId: person.personId, name: person.personName }])
    setPerson({ personId: null, personName: '' })
    setRole(officerRoles[Math.min(officerRoles.indexOf(role) + 1, officerRoles.length - 1)]!)
  }
  const submit = () =>
    say({ id, version, officers: list.map(({ role: one, memberId }) => ({ role: one, memberId })), yes, rulesYes })
  return (
    <>
      <h3>表决监票人、计票人和选举办法</h3>
      <p>{list.map((one) => `${officerRoleNames[one.role]}${one.name}`).join('，') || '还没有提名'}</p>
      <div className="elections-grid">
        <Choice label="职责" names={officerRoleNames} value={role} change={setRole} />
        <PersonPick label="姓名" value={person} pick={setPerson} />
        <div className="acts">
          <Button onClick={add}>加上</Button>
          {list.length > 0 && (
            <Button kind="link" onClick={() => setList([])}>
              重来
            </Button>
          )}
        </div>
        <Whole label="赞成监票计票人的" value={yes} change={setYes} />
        <Whole label="赞成选举办法的" value={rulesYes} change={setRulesYes} />
      </div>
      <div className="acts">
        <Button kind="primary" busy={busy} onClick={submit}>
          记下表决结果
        </Button>
      </div>
    </>
  )
}

/** Shown once: each teller keeps his own. */
const Codes = ({ codes }: { codes: readonly { name: string; code: string }[] }) => (
  <div role="status">
    <p>计票口令，只显示这一次，请分别交给本人：</p>
    <ul>
      {codes.map(({ name, code }) => (
        <li key={name}>
          {name}：<b className="num">{code}</b>
        </li>
      ))}
    </ul>
  </div>
)
export const useDoorCode = (id: string, isOn: boolean) =>
  useQuery({ ...api.elections.doorCode.queryOptions({ input: { id } }), enabled: isOn, refetchInterval: 10_000 })
