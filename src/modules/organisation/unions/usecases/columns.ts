import { and, gte, lt, or, eq, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { childCount, memberCount, unions } from '../tables.ts'

/** Characters of a path that one level of the tree takes. */
export const LABEL = 4

/** What a list shows of a union. */
export function brief() {
  const { id, parentId, kind, unitType, state, name, shortName, code, creditCode, place, sector, foundedOn, version } = unions
  return { id, parentId, kind, unitType, state, name, shortName, code, creditCode, place, sector, foundedOn, version }
}

/** What is recorded of a union and shown by its page. */
export function whole() {
  const { unitName, unitCreditCode, ownership, address, staffCount, hasSeal, hasPlate, hasAccount, hasCertificate } = unions
  const { certificateUntil, chairMode, hasOwnOffice, isMergedWithParty, fullTimePosts, partTimePosts } = unions
  return {
    ...brief(),
    ...{ unitName, unitCreditCode, ownership, address, staffCount, hasSeal, hasPlate, hasAccount, hasCertificate },
    ...{ certificateUntil, chairMode, hasOwnOffice, isMergedWithParty, fullTimePosts, partTimePosts },
  }
}

export const asNode = { ...brief(), children: childCount, members: memberCount }

export const parentName = sql<string>`coalesce((select p.name from unions p where p.id = unions.parent_id), '')`

/** The text as a `like` pattern that finds it anywhere. */
export const anywhere = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`

/** By name, short name, code, pinyin or initials. Prefixes are ranges, so that the scope's index serves. */
export function matching(text: string): SQL | undefined {
  const latin = text.toLowerCase().replace(/\s/g, '')
  const starts = (column: PgColumn) => and(gte(column, latin), lt(column, `${latin}~`))
  return or(
    sql`${unions.name} like ${anywhere(text)}`,
    sql`${unions.shortName} like ${anywhere(text)}`,
    eq(unions.code, text),
    eq(unions.creditCode, text.toUpperCase()),
    /^[a-z0-9]+$/.test(latin) ? or(starts(unions.pinyin), starts(unions.initials)) : undefined,
  )
}
