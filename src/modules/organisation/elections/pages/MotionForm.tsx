import { PersonPick } from '#web/PersonPick'
import { Section } from '#web/Section'
import type { Draft } from '../contract.ts'
import { type RecallKind, recallKindNames } from '../rules/names.ts'
import { Choice, Text } from './fields.tsx'
import type { Deputy, Props } from './PlanForm.tsx'

const nobody = { memberId: '', name: '', grounds: '', defence: '', of: 'committee' as RecallKind }

/** Whom a recall is about: somebody of the committees, before all members; or a deputy, before the unit that elected him. */
export function MotionForm({ draft, change, deputies = [] }: Omit<Props, 'kind'>) {
  const motion = draft.motion ?? nobody
  const set = (part: Partial<typeof motion>) => change({ ...draft, motion: { ...motion, ...part } })
  const listed = deputies.filter(({ of }) => of === motion.of)
  return (
    <Section title="罢免谁" note={notes[motion.of]} padded>
      <div className="elections-grid">
        <Choice
          label="他是"
          names={recallKindNames}
          value={motion.of}
          change={(of) => change({ ...draft, motion: { ...nobody, ...motion, of, memberId: '', name: '' }, contests: [asked()] })}
        />
        {motion.of === 'committee' ? (
          <PersonPick
            label="姓名"
            value={{ personId: motion.memberId || null, personName: motion.name }}
            pick={({ personId, personName }) => set({ memberId: personId ?? '', name: personName })}
          />
        ) : (
          <label className="field">
            哪位代表
            <select
              value={motion.memberId}
              onChange={({ target }) => {
                const one = listed.find(({ memberId }) => memberId === target.value)
                if (one)
                  change({ ...draft, motion: { ...motion, memberId: one.memberId, name: one.name }, contests: [asked(one)] })
              }}
            >
              <option value="">{listed.length ? '请选择' : '还没有选出代表'}</option>
              {listed.map(({ memberId, name, unitName }) => (
                <option key={memberId} value={memberId}>
                  {name}
                  {unitName && `（${unitName}）`}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Text label="理由" isLong value={motion.grounds} change={(grounds) => set({ grounds })} />
      <Text label="本人申辩" isLong value={motion.defence} change={(defence) => set({ defence })} />
    </Section>
  )
}

const notes: Record<RecallKind, string> = {
  committee: '须全体会员（代表）过半数通过，本人有权申辩',
  deputies: '由选他的单位全体职工过半数通过，本人有权申辩',
  delegates: '由选他的单位全体会员过半数通过，本人有权申辩',
}

/** The one question of a recall; of a deputy it is put to his unit. */
export const asked = (deputy?: Deputy): Draft['contests'][number] => ({
  ...{ post: 'recall', seats: 1, candidatesWanted: 1, electorate: deputy?.unitId ? 'unit' : 'assembly' },
  title: deputy?.unitName ? `罢免案（${deputy.unitName}）` : '罢免案',
  ...{ unitId: deputy?.unitId ?? null, unitName: deputy?.unitName ?? null },
})
