import { refuse, type Verdict } from '#law/verdict'
import { type Item, MOST, roles } from './rules/catalogue.ts'

export * from './rules/catalogue.ts'

/** The catalogue holds for a whole federation, so its head office changes it. */
export function mayChange(isRoot: boolean, items: readonly Item[], before: readonly Item[]): Verdict {
  if (!isRoot) return refuse('competences.root', '标准由本地区总工会统一制定，请向总工会组织部门提出')
  const keys = items.map(({ key }) => key)
  if (new Set(keys).size !== keys.length || new Set(items.map(({ title }) => title)).size !== items.length)
    return refuse('competences.twice', '有两项同名，请改名或合并')
  if (items.every(({ wanted }) => Object.values(wanted).every((level) => level === 0)))
    return refuse('competences.empty', '至少要有一项对某类职务提出要求')
  return saidOf(items) === saidOf(before) ? refuse('competences.same', '没有改动') : null
}

/** The standard as one text, whatever order its fields were kept in. */
const saidOf = (items: readonly Item[]) =>
  JSON.stringify(items.map(({ key, title, group, wanted }) => [key, title, group, roles.map((role) => wanted[role])]))

/** A cadre rates what the standard names, in the year that runs. */
export function mayRate(known: readonly Item[], keys: readonly string[], isCadre: boolean): Verdict {
  if (!isCadre) return refuse('competences.cadre', '您现在没有担任工会职务，不用自评')
  const stray = keys.find((key) => !known.some((each) => each.key === key))
  return stray === undefined ? null : refuse('competences.unknown', '标准里已经没有这一项，请刷新页面')
}

export type Confirming = { isOwn: boolean; isHead: boolean; fromAbove: boolean }
/** Nobody confirms himself; a union's head is confirmed by the union above. */
export function mayConfirm({ isOwn, isHead, fromAbove }: Confirming): Verdict {
  if (isOwn) return refuse('competences.own', '不能核定自己，请由上级或主席核定')
  return isHead && !fromAbove ? refuse('competences.head', '主席的能力由上一级工会核定') : null
}

export type Rating = { ownLevel: number | null; level: number | null }
/** The level that counts: the confirmed one, until then one's own word. */
export const levelOf = ({ ownLevel, level }: Rating) => level ?? ownLevel

/** How far below what is asked; `null` while nobody has said a level, or when it is not asked. */
export function gapOf(wanted: number, rating: Rating | undefined): number | null {
  const has = rating && levelOf(rating)
  return wanted === 0 || has === null || has === undefined ? null : Math.max(0, wanted - Math.min(has, MOST))
}
