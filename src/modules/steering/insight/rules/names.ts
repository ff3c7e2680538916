import {
  cameNames,
  educations,
  employmentForms,
  households,
  newForms,
  politicals,
  sexes,
  skillLevels,
  tags,
  wentNames,
} from '#rules/organisation/members'
import { unionKindNames, unitTypeNames } from '#rules/organisation/unions'
import { ageNames, type Cut, type Dimension } from '../contract/words.ts'

const tagNames = Object.fromEntries(Object.entries(tags).map(([tag, { name }]) => [tag, name]))
const names: Record<Dimension | Cut | 'came' | 'went' | 'standing', Readonly<Record<string, string>>> = {
  sex: sexes,
  age: ageNames,
  employmentForm: employmentForms,
  education: educations,
  tag: tagNames,
  political: politicals,
  skillLevel: skillLevels,
  household: households,
  newForm: newForms,
  came: cameNames,
  went: wentNames,
  standing: { full: '在会', retained: '保留会籍', worker: '未入会职工' },
  child: {},
  kind: unionKindNames,
  unitType: unitTypeNames,
  sector: {},
}

/** What a value of a figure is called on screen and paper; an empty one was never filled in. */
export const valueName = (figure: keyof typeof names, value: string) =>
  names[figure][value] ?? (value === '' ? (figure === 'skillLevel' || figure === 'newForm' ? '无' : '未填') : value)
