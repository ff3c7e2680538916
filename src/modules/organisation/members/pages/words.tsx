import { Link } from '@tanstack/react-router'
import type { Hue } from '#web/Chip'
import { Chip } from '#web/Chip'
import type { Change } from '../contract.ts'
import {
  bases,
  educations,
  employmentForms,
  fieldNames,
  households,
  idTypes,
  type MemberField,
  type MemberStatus,
  memberStatusNames,
  newForms,
  politicals,
  sexes,
  skillLevels,
} from '../contract/words.ts'

const hues: Record<MemberStatus, Hue | undefined> = {
  member: 'green',
  worker: 'blue',
  retained: 'amber',
  left: undefined,
  expelled: undefined,
}

/** Where a person stands with the union. */
export const StatusChip = ({ status }: { status: MemberStatus }) => <Chip hue={hues[status]}>{memberStatusNames[status]}</Chip>

/** A word list as what can be chosen. */
export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const lists: Partial<Record<MemberField, Readonly<Record<string, string>>>> = {
  idType: idTypes,
  sex: sexes,
  political: politicals,
  education: educations,
  household: households,
  skillLevel: skillLevels,
  employmentForm: employmentForms,
  newForm: newForms,
  basis: bases,
}

/** A value as the screen says it. */
export const said = (field: MemberField, value: string | null | undefined) => (value ? (lists[field]?.[value] ?? value) : '未填')

/** What was changed: 手机号 138****1234 → 139****0001. */
export const ChangeWords = ({ field, before, after }: Change) => (
  <span className="change">
    {fieldNames[field]}：{before !== null && <s>{said(field, before)}</s>} <b>{said(field, after)}</b>
  </span>
)

export const MemberLink = ({ id, name }: { id: string; name: string }) => <Link to={`/members/${id}` as '/'}>{name}</Link>

const actNames: Record<string, string> = {
  'members.add': '建档',
  'members.correct': '更正资料',
  'members.decideCorrection': '按本人申请更正',
  'members.requestCorrection': '本人申请更正',
  'members.withdrawCorrection': '本人撤回申请',
  'members.confirmMine': '本人核对无误',
  'members.check': '核对无误',
  'members.tag': '加标签',
  'members.untag': '去标签',
  'members.merge': '并档',
  'members.unmerge': '撤销并档',
  'members.reveal': '查看证件号或手机号',
  'members.copyMine': '本人复制资料',
  'members.consent': '本人同意',
  'members.withdraw': '本人撤回同意',
}
/** An act in the journal, in words; acts of other modules have theirs in their own pages. */
export const actName = (act: string) => actNames[act] ?? '办理业务'
