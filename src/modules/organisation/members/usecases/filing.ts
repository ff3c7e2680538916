import { eq, getTableColumns } from 'drizzle-orm'
import { type Pinyin, pinyinOf } from '#kit/pinyin'
import { obligatoryFields } from '#modules/organisation/memberRules'
import { hold, type Db } from '#platform/db'
import { blindIndex, open, seal } from '#platform/secrets'
import { found, type Session } from '#platform/session'
import type { Facts } from '../contract.ts'
import { completed, recordProblems } from '../rules.ts'
import { members } from '../tables.ts'

export type Member = typeof members.$inferSelect
export type Written = Partial<typeof members.$inferInsert>

const ID_NUMBER = 'members.id_number'
const MOBILE = 'members.mobile'

// Names repeat: a roster of 100,000 has some 40,000, and spelling one takes longer than sealing a number.
const spelt = new Map<string, Pinyin>()
export function spell(name: string): Pinyin {
  const known = spelt.get(name)
  if (known) return known
  if (spelt.size >= 50_000) spelt.clear()
  const made = pinyinOf(name)
  spelt.set(name, made)
  return made
}

const sealed = (field: string, plain: string | null) => (plain === null ? null : seal(field, plain))
const indexed = (field: string, plain: string | null) => (plain === null ? null : blindIndex(field, plain))
const normal = <T extends string>(text: T | null | undefined) => text || null

/** By what a person's number is found. */
export const indexOf = (idNumber: string | null | undefined) => ({ idNumberIndex: indexed(ID_NUMBER, normal(idNumber)) })

/** What is typed, as it is stored: protected fields sealed and indexed, the name spelt, sex and birth taken from the number. */
export function columnsOf(facts: Partial<Facts>, day: string): Written {
  const { idNumber, mobile, ...open } = facts
  const said = completed(facts, day)
  const columns: Record<string, unknown> = { ...open }
  if (facts.name !== undefined) {
    const { full, initials } = spell(facts.name)
    Object.assign(columns, { pinyin: full, initials })
  }
  if (idNumber !== undefined) {
    const number = normal(idNumber)
    Object.assign(columns, { idNumber: sealed(ID_NUMBER, number), idNumberIndex: indexed(ID_NUMBER, number) })
    if (said.sex) columns.sex = said.sex
    if (said.birthOn) columns.birthOn = said.birthOn
  }
  if (mobile !== undefined)
    Object.assign(columns, { mobile: sealed(MOBILE, normal(mobile)), mobileIndex: indexed(MOBILE, normal(mobile)) })
  for (const [key, value] of Object.entries(columns)) if (value === undefined) delete columns[key]
  return columns as Written
}

/** The protected fields of a row in clear. */
export const clear = ({ idNumber, mobile }: Pick<Member, 'idNumber' | 'mobile'>) => ({
  idNumber: idNumber === null ? null : open(ID_NUMBER, idNumber),
  mobile: mobile === null ? null : open(MOBILE, mobile),
})

/** The rules that a row breaks where it stands. */
export async function problemsOf(db: Db, row: Member, today: string) {
  const asked = await obligatoryFields(db, [row.unionPath], today)
  return recordProblems(
    { ...row, ...clear({ idNumber: row.idNumber ?? null, mobile: row.mobile ?? null }) },
    today,
    asked.get(row.unionPath),
  )
}

/** The row with the rules it breaks worked out again: every write goes through here. */
export async function write(db: Db, before: Member, columns: Written, today: string): Promise<Member> {
  const after = { ...before, ...columns } as Member
  const problems = await problemsOf(db, after, today)
  const [row] = await db
    .update(members)
    .set({ ...columns, problems, version: before.version + 1 })
    .where(eq(members.id, before.id))
    .returning()
  return found(row)
}

/** The row, held until the act ends. */
export async function held({ db }: Pick<Session, 'db'>, id: string): Promise<Member> {
  await hold(db, members, id)
  const [row] = await db.select(getTableColumns(members)).from(members).where(eq(members.id, id))
  return found(row)
}
