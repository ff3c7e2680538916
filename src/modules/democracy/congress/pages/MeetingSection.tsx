import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { citeOf, statuteOn } from '#law/statutes'
import { Working } from '#web/Working'
import type { Session } from '../contract.ts'
import { quorum } from '../rules/voting.ts'

/** Presence with its quorum, presidium, speaking list; marks by hand at the door. */
export function MeetingSection({ session }: { session: Session }) {
  const mayManage = usePermission('democracy.manage')
  const [isOpen, setOpen] = useState(false)
  const draw = useMutation(api.congress.drawRoll.mutationOptions())
  const isLive = session.state === 'preparing' || session.state === 'open'
  const expected = session.expected ?? session.deputies
  const { met, working } = quorum(session.presentNow, expected)
  return (
    <Section title="到会" note={`代表 ${expected} 名${session.observers ? `，列席 ${session.observers} 人` : ''}`}>
      {expected > 0 ? (
        <div className="padded">
          <Working
            lines={[
              {
                label: '到会',
                figures: `${session.presentNow} / ${expected}`,
                holds: met,
                reason: working,
                cite: citeOf(statuteOn('WC-14.quorum', session.opensOn)),
              },
              ...(session.presidiumFinding
                ? [
                    {
                      label: '主席团',
                      figures: session.presidiumFinding.figures,
                      holds: session.presidiumFinding.ok,
                      reason: session.presidiumFinding.says,
                      cite: session.presidiumFinding.cite,
                    },
                  ]
                : []),
            ]}
          />
        </div>
      ) : (
        <EmptyState title="还没有出席名册">开会前按在任代表生成名册，代表扫码或由签到处登记到会。</EmptyState>
      )}
      {session.presidium.length > 0 && (
        <p className="padded muted">主席团：{session.presidium.map(({ name }) => name).join('、')}</p>
      )}
      {mayManage && isLive && (
        <div className="padded acts">
          {session.state === 'preparing' && (
            <Button busy={draw.isPending} onClick={() => draw.mutate({ id: session.id })}>
              {expected ? '按在任代表更新名册' : '生成出席名册'}
            </Button>
          )}
          {expected > 0 && <Button onClick={() => setOpen(!isOpen)}>{isOpen ? '收起名册' : '签到、主席团'}</Button>}
        </div>
      )}
      {isOpen && <Door session={session} />}
      <Speakers session={session} />
    </Section>
  )
}

function Door({ session }: { session: Session }) {
  const { data } = useQuery(api.congress.roll.queryOptions({ input: { id: session.id } }))
  const arrive = useMutation(api.congress.arrive.mutationOptions())
  const all = data ?? []
  const absent = all.filter(({ presentHow }) => !presentHow).map(({ id }) => id)
  return (
    <div className="padded">
      {absent.length > 0 && (
        <p>
          <Button
            busy={arrive.isPending}
            onClick={() => arrive.mutate({ sessionId: session.id, rollIds: absent, isPresent: true })}
          >
            其余 {absent.length} 人全部登记到会
          </Button>
        </p>
      )}
      <div className="chips" role="group" aria-label="点名登记到会">
        {all.map(({ id, name, presentHow, isObserver }) => (
          <button
            key={id}
            type="button"
            className="pill"
            aria-pressed={presentHow !== null}
            onClick={() => arrive.mutate({ sessionId: session.id, rollIds: [id], isPresent: !presentHow })}
          >
            {name}
            {isObserver ? '（列席）' : ''}
          </button>
        ))}
      </div>
      {session.state === 'preparing' && <Presidium session={session} />}
    </div>
  )
}

function Presidium({ session }: { session: Session }) {
  const list = useQuery(api.deputies.list.queryOptions({ input: { unionId: session.unionId, state: 'sitting', size: 200 } }))
  const [picked, pick] = useState<string[]>(session.presidium.map(({ memberId }) => memberId))
  const seat = useMutation(api.congress.seatPresidium.mutationOptions())
  const rows = list.data?.rows ?? []
  const turn = (id: string) => pick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])
  const members = picked.map((memberId) => ({
    memberId,
    isLeader: rows.find((one) => one.memberId === memberId)?.isManager ?? false,
  }))
  return (
    <>
      <h3>主席团（预备会议通过）</h3>
      <div className="chips" role="group" aria-label="主席团成员">
        {rows.map(({ memberId, name, isManager }) => (
          <button
            key={memberId}
            type="button"
            className="pill"
            aria-pressed={picked.includes(memberId)}
            onClick={() => turn(memberId)}
          >
            {name}
            {isManager ? '（管理人员）' : ''}
          </button>
        ))}
      </div>
      {picked.length > 0 && (
        <p>
          <Button busy={seat.isPending} onClick={() => seat.mutate({ sessionId: session.id, members })}>
            登记主席团 {picked.length} 人
          </Button>
        </p>
      )}
    </>
  )
}

function Speakers({ session }: { session: Session }) {
  const call = useMutation(api.congress.callSpeaker.mutationOptions())
  const end = useMutation(api.congress.endSpeaker.mutationOptions())
  const mayManage = usePermission('democracy.manage')
  if (!session.speakers.length) return null
  return (
    <ul className="duties" aria-label="发言名单">
      {session.speakers.map(({ id, name, unitName, calledAt }, at) => (
        <li key={id} className="duty plain">
          <p className="duty-title">
            {at + 1}. {name} <span className="muted">{unitName}</span> {calledAt && <Chip hue="blue">正在发言</Chip>}
          </p>
          {mayManage &&
            (calledAt ? (
              <Button onClick={() => end.mutate({ id })}>发言结束</Button>
            ) : (
              <Button onClick={() => call.mutate({ id })}>请发言</Button>
            ))}
        </li>
      ))}
    </ul>
  )
}
