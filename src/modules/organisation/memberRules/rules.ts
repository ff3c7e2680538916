import { citeOf, type Place, type Statute, statuteOn } from '#law/statutes'
import { PRACTICE } from '#law/statutes/sources'
import { refuse, type Verdict } from '#law/verdict'
import {
  type Field,
  fieldCodes,
  fields,
  groundCodes,
  employmentForms,
  type Point,
  type RetainGround,
  retainGrounds,
  type Rules,
  type Setting,
} from './contract/words.ts'

export { employmentForms, type Field, retainGrounds } from './contract/words.ts'

/** What a record is asked for where nobody ruled otherwise. */
export const usualFields: Field[] = ['mobile', 'sexAndBirth', 'employer', 'employmentForm']
/** How often a record is looked at where nobody ruled otherwise. */
export const USUAL_CHECK_MONTHS = 12

/** 劳动法 第十五条 forbids work under 16: without a birthday nobody can tell. */
const AGE = '《劳动法》第十五条'
/** Whom the charter itself lets rest: no union may refuse these. */
const chartered: RetainGround[] = ['retired', 'unemployed']

/** What holds by law, statutes and practice on a day at a place where no federation ruled. */
export const usualRules = (day: string, place: Place): Rules => ({
  fields: usualFields,
  answerDays: statuteOn('MEM-02.answer', day, place).value,
  acceptDays: statuteOn('MEM-05.answer', day, place).value,
  retainedFor: groundCodes,
  duesClasses: {},
  checkMonths: USUAL_CHECK_MONTHS,
})

/** On what a point rests where no federation ruled. */
export function citeOfUsual(point: Point, day: string, place: Place): string {
  if (point === 'answerDays') return citeOf(statuteOn('MEM-02.answer', day, place))
  if (point === 'acceptDays') return citeOf(statuteOn('MEM-05.answer', day, place))
  if (point === 'retainedFor') return citeOf(statuteOn('MEM-06.retained', day, place))
  return `${PRACTICE}（没有法定要求）`
}

/** A federation, or a town's, rules for those below; at the top of a region whoever stands there. */
export function maySetAt({ kind, parentId }: { kind: string; parentId: string | null }): Verdict {
  return kind === 'federation' || kind === 'town' || parentId === null
    ? null
    : refuse('memberRules.place', '会员管理制度由地方总工会、乡镇（街道）工会制定，基层工会执行')
}

/** A rule looks ahead: what was done by yesterday's rule stays right. */
export const mayBegin = (fromOn: string, today: string): Verdict =>
  fromOn < today ? refuse('memberRules.day', '施行日期不能早于今天，已经办过的事按当时的规定') : null

/** A promise may be shorter than a period fixed by law, never longer; practice fixes none. */
export function mayPromise(days: number, law: Statute): Verdict {
  if (law.source === PRACTICE || days <= Number(law.value)) return null
  return refuse('memberRules.law', `规定的期限是 ${law.value} 个工作日，只能缩短`, citeOf(law))
}

/** A rule adds to the law and may not take from it. */
export function maySet(setting: Setting, day: string, place: Place): Verdict {
  if (setting.point === 'fields' && !setting.value.includes('sexAndBirth'))
    return refuse('memberRules.age', '性别和出生日期必须登记：不满 16 周岁不得就业、入会，没有出生日期无从核对', AGE)
  if (setting.point === 'retainedFor' && !chartered.every((ground) => setting.value.includes(ground)))
    return refuse('memberRules.retained', '退休、失业的会员保留会籍是章程规定，不能取消', citeOfUsual('retainedFor', day, place))
  if (setting.point === 'answerDays') return mayPromise(setting.value, statuteOn('MEM-02.answer', day, place))
  if (setting.point === 'acceptDays') return mayPromise(setting.value, statuteOn('MEM-05.answer', day, place))
  return null
}

/** Two cadres with the page open: the second sees the first's rule before he writes his. */
export const isNewest = (newest: string | null, seen: string | null): Verdict =>
  newest === seen ? null : refuse('memberRules.stale', '这一项刚被别人改过，请看清后再改')

const named = <T extends string>(codes: readonly T[], names: Record<T, string>, order: readonly T[]) =>
  order
    .filter((code) => codes.includes(code))
    .map((code) => names[code])
    .join('、')

/** A value in words, as the page and the history say it. */
export function sayValue({ point, value }: Setting): string {
  if (point === 'fields') return `姓名、证件号码、${named(value, fields, fieldCodes)}`
  if (point === 'retainedFor') return named(value, retainGrounds, groundCodes)
  if (point === 'checkMonths') return `每 ${value} 个月核对一次`
  if (point !== 'duesClasses') return `${value} 个工作日`
  const classes = Object.entries(value).filter(([, word]) => word)
  return classes.map(([form, word]) => `${employmentForms[form as keyof typeof employmentForms]}：${word}`).join('；') || '不分类'
}
