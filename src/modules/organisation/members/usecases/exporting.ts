import { and, asc, count, type SQL, sql } from 'drizzle-orm'
import { ageOn } from '#kit/dates'
import { maskIdNumber, maskMobile } from '#kit/identifiers'
import { refuse } from '#law/verdict'
import { issueTicket } from '#platform/files'
import { enforce, postOf, type Session } from '#platform/session'
import type { Export } from '../contract.ts'
import { revealable } from '../contract/words.ts'
import { members } from '../tables.ts'
import { clear } from './filing.ts'
import { placeOf, rowColumns, whereOf } from './list.ts'
import { entitle } from './protection.ts'

/** A ticket for the workbook of a list. In clear only for whoever may see protected fields, for a reason each person can read. */
export async function exportMany(session: Session, input: Export) {
  const { db, user, line } = session
  const { isClear, reason, unionId } = input
  if (isClear) enforce(mayShow(user.powers, reason))
  await entitle(session)
  const where = whereOf(session, input, await placeOf(session, input))
  const [counted] = await db.select({ rows: count() }).from(members).where(where)
  if (isClear) await noteLooks(session, where, reason!)
  Object.assign(line, { ...(unionId && { unionId }), detail: { rows: counted!.rows, isClear } })
  return issueTicket(session, 'members.export', input)
}

function mayShow(powers: readonly string[], reason: string | undefined) {
  if (!powers.includes('members.sensitive'))
    return refuse('members.clear', '您现在的职务不能导出完整的证件号码和手机号，请导出打码的名单')
  return reason ? null : refuse('members.reason', '导出完整号码须写明理由，本人可以看到', '《个人信息保护法》第二十八条')
}

/** Everybody in the workbook can see who took his numbers out and why (PI-20): one statement, however many they are. */
async function noteLooks(session: Session, where: SQL | undefined, reason: string) {
  const { db, now, user } = session
  const { unionName, title } = postOf(session)
  for (const field of revealable) {
    const column = members[field]
    await db.execute(sql`insert into member_looks (member_id, union_id, union_path, field, reason, at, by_account, by_union, by_post)
      select ${members.id}, ${members.unionId}, ${members.unionPath}, ${field}, ${reason}, ${now}, ${user.account ?? null}::uuid,
        ${unionName}, ${title} from ${members} where ${and(where, sql`${column} is not null`)}`)
  }
}

const BATCH = 2000
const place = { path: members.unionPath, pinyin: members.pinyin }
const more = {
  birthOn: members.birthOn,
  ethnicity: members.ethnicity,
  political: members.political,
  education: members.education,
}
const rest = { household: members.household, skillLevel: members.skillLevel, newForm: members.newForm }

/** The rows of a list in the order of the tree, read piece by piece from where the last piece ended: never all in memory. */
export async function* exported(session: Session, input: Export) {
  const { db, today } = session
  await entitle(session)
  const where = whereOf(session, input, await placeOf(session, input))
  let after: SQL | undefined
  for (;;) {
    const rows = await db
      .select({ ...rowColumns, ...place, ...more, ...rest })
      .from(members)
      .where(and(where, after))
      .orderBy(asc(members.unionPath), asc(members.pinyin), asc(members.id))
      .limit(BATCH)
    for (const { idNumber, mobile, ...row } of rows) {
      const plain = clear({ idNumber, mobile })
      yield {
        ...row,
        age: row.birthOn === null ? null : ageOn(row.birthOn, today),
        idNumber: plain.idNumber && !input.isClear ? maskIdNumber(plain.idNumber) : plain.idNumber,
        mobile: plain.mobile && !input.isClear ? maskMobile(plain.mobile) : plain.mobile,
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = sql`(${members.unionPath}, ${members.pinyin}, ${members.id}) > (${last.path}, ${last.pinyin}, ${last.id}::uuid)`
  }
}
