import { useState } from 'react'
import { Field } from '#web/account/Field'
import { Cite } from '#web/Cite'
import { UnionFind } from '#web/UnionFind'
import { unionKindNames } from '#rules/organisation/unions'
import { PASSING, wayNames, ways } from '../rules.ts'
import type { Change } from './WriteFields.tsx'

type Goes = { to: number; names: string[]; copies: string[]; superiors: { id: string; name: string }[] } | undefined

/** To whom: below, above or beside. */
export function AudienceFields({ draft, change, goes }: Change & { goes: Goes }) {
  const { audience } = draft
  const aim = (next: Partial<typeof audience>) => change({ audience: { ...audience, ...next } })
  return (
    <>
      <span className="pills-row" role="group" aria-label="方向">
        {ways.map((way) => (
          <button
            key={way}
            type="button"
            className="pill"
            aria-pressed={draft.way === way}
            onClick={() =>
              change({
                way,
                audience: { depth: 'all', kinds: [], unionIds: [], superiorId: null, reason: '' },
                ...(way === 'up' && { kind: 'report' as const }),
              })
            }
          >
            {wayNames[way]}
          </button>
        ))}
      </span>
      {draft.way === 'down' && <Below draft={draft} change={change} />}
      {draft.way === 'up' && goes && goes.superiors.length > 1 && (
        <div className="field">
          <label htmlFor="superior">报给</label>
          <select
            id="superior"
            value={audience.superiorId ?? goes.superiors[0]!.id}
            onChange={({ target }) => aim({ superiorId: target.value })}
          >
            {goes.superiors.map(({ id, name }, at) => (
              <option key={id} value={id}>
                {name}
                {at === 0 ? '（直接上级）' : '（越级）'}
              </option>
            ))}
          </select>
        </div>
      )}
      {draft.way === 'up' && goes && goes.copies.length > 0 && (
        <>
          <p className="muted">
            同时抄送被越过的{goes.copies.join('、')}。<Cite article={PASSING} />
          </p>
          <Field
            label="越级理由"
            value={audience.reason}
            maxLength={300}
            onChange={({ target }) => aim({ reason: target.value })}
          />
        </>
      )}
      {draft.way !== 'up' && <Chosen draft={draft} change={change} />}
      {goes && goes.to > 0 && (
        <p className="faint small">
          {goes.names.join('、')}
          {goes.to > goes.names.length && `等 ${goes.to} 个工会`}
        </p>
      )}
    </>
  )
}

const shown = ['town', 'trade', 'regional', 'joint', 'basic', 'newEmployment', 'branch'] as const

function Below({ draft: { audience }, change }: Change) {
  const aim = (next: Partial<typeof audience>) => change({ audience: { ...audience, ...next } })
  const turn = (kind: (typeof shown)[number]) =>
    aim({ kinds: audience.kinds.includes(kind) ? audience.kinds.filter((each) => each !== kind) : [...audience.kinds, kind] })
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={audience.depth === 'direct'}
          onChange={({ target }) => aim({ depth: target.checked ? 'direct' : 'all' })}
        />
        只发直接下级，由它们往下传
      </label>
      <span className="pills-row" role="group" aria-label="只发这几类（不选就是都发）">
        {shown.map((kind) => (
          <button
            key={kind}
            type="button"
            className="pill"
            aria-pressed={audience.kinds.includes(kind)}
            onClick={() => turn(kind)}
          >
            {unionKindNames[kind]}
          </button>
        ))}
      </span>
    </>
  )
}

/** Some unions one by one; none chosen means all that fit. */
function Chosen({ draft: { audience }, change }: Change) {
  const [names, setNames] = useState(new Map<string, string>())
  const aim = (unionIds: string[]) => change({ audience: { ...audience, unionIds } })
  return (
    <>
      {audience.unionIds.length > 0 && (
        <ul className="chosen" aria-label="只发给">
          {audience.unionIds.map((id) => (
            <li key={id}>
              {names.get(id) ?? '已选的工会'}{' '}
              <button
                type="button"
                className="link"
                aria-label={`去掉${names.get(id) ?? '这个工会'}`}
                onClick={() => aim(audience.unionIds.filter((each) => each !== id))}
              >
                去掉
              </button>
            </li>
          ))}
        </ul>
      )}
      <UnionFind
        label="只发给某几个工会（不选就是都发）"
        value={null}
        pick={(union) => {
          if (!union || audience.unionIds.includes(union.id)) return
          setNames(new Map(names).set(union.id, union.name))
          aim([...audience.unionIds, union.id])
        }}
      />
    </>
  )
}
