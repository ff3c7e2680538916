import { eq, type SQL, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { Urge, urgeStates } from '../contract.ts'
import { mayAskBy, mayClose, mayReply, mayUrge, stateOf, urgeStateOf } from '../rules.ts'
import { urgeMessages, urges as notes } from '../tables.ts'
import { columns, type Row } from './reading.ts'
import { tellReplied, tellUrged } from './telling.ts'

type NoteRow = Omit<Urge, 'state' | 'messages' | 'mayReply' | 'mayClose'> & { answeredOn: string | null; unionPath: string }
type Message = Urge['messages'][number] & { urgeId: string }

/** Urging notes that fulfil a condition on `g`, with their messages, newest first. */
export async function urgesOf(session: Session, where: SQL, limit = sql``): Promise<Urge[]> {
  const { db, today, user } = session
  const { rows } = await db.execute<NoteRow>(sql`
    select g.id, g.duty_id as "dutyId", concat_ws('：', d.basis ->> 'title', d.about) as "dutyTitle", d.clock, g.union_id as "unionId",
      u.name as "unionName", g.from_union_id as "fromUnionId", f.name as "fromUnion", g.sent_on::text as "sentOn", g.reply_by::text as "replyBy",
      g.answered_on::text as "answeredOn", g.closed_on::text as "closedOn", g.outcome, g.union_path as "unionPath"
    from duty_urges g join duties d on d.id = g.duty_id join unions u on u.id = g.union_id join union_directory f on f.id = g.from_union_id
    where ${where} order by g.sent_on desc, g.id ${limit}`)
  if (!rows.length) return []
  const ids = sql.param(`{${rows.map(({ id }) => id).join(',')}}`)
  const { rows: all } = await db.execute<Message>(sql`
    select m.id, m.urge_id as "urgeId", f.name as "fromUnion", m.by_post as post, m.body, m.at from duty_urge_messages m
      join union_directory f on f.id = m.by_union_id where m.urge_id = any (${ids}::uuid[]) order by m.at, m.id`)
  const byNote = Map.groupBy(all, ({ urgeId }) => urgeId)
  const mine = user.post?.unionId ?? ''
  return rows.map((row) => ({
    ...row,
    state: urgeStateOf(row, today),
    messages: (byNote.get(row.id) ?? []).map((message) => ({ ...message, at: new Date(message.at) })),
    mayReply: mayReply(row, mine) === null,
    mayClose: mayClose(row, mine) === null && user.powers.includes('unions.approve'),
  }))
}

type Asked = Paging & { side: 'received' | 'sent'; state?: (typeof urgeStates)[number] | undefined }

export async function urges(session: Session, { page, size, side, state }: Asked) {
  const { db, today } = session
  const { unionId } = postOf(session)
  const stands: Record<(typeof urgeStates)[number], SQL> = {
    waiting: sql`g.closed_on is null and g.answered_on is null and g.reply_by >= ${today}`,
    late: sql`g.closed_on is null and g.answered_on is null and g.reply_by < ${today}`,
    answered: sql`g.closed_on is null and g.answered_on is not null`,
    closed: sql`g.closed_on is not null`,
  }
  const where = sql`${side === 'sent' ? sql`g.from_union_id` : sql`g.union_id`} = ${unionId} ${state ? sql`and ${stands[state]}` : sql``}`
  const { rows: sums } = await db.execute<{ total: number }>(sql`select count(*)::int as total from duty_urges g where ${where}`)
  const rows = await urgesOf(session, where, sql`limit ${size} offset ${(page - 1) * size}`)
  return { rows, total: sums[0]!.total }
}

/** Writes to every union that owes one of these duties, each about its own. */
export async function urge(session: Session, { dutyIds, body, replyBy }: { dutyIds: string[]; body: string; replyBy: string }) {
  const { db, today, now, line } = session
  const post = postOf(session)
  enforce(mayAskBy(replyBy, today))
  const { rows } = await db.execute<Row>(sql`select ${columns} from duties d join unions u on u.id = d.union_id
    where d.id = any (${sql.param(`{${dutyIds.join(',')}}`)}::uuid[]) order by d.id`)
  for (const id of dutyIds) found(rows.find((row) => row.id === id))
  for (const row of rows) enforce(mayUrge({ state: stateOf(row, today), unionPath: row.unionPath }, post.path))
  const made = await db
    .insert(notes)
    .values(
      rows.map(({ id, unionId, unionPath }) => ({
        ...{ dutyId: id, unionId, unionPath, fromUnionId: post.unionId, sentOn: today, replyBy, at: now },
      })),
    )
    .returning()
  await db.insert(urgeMessages).values(
    made.map(({ id, unionId, unionPath }) => ({
      urgeId: id,
      unionId,
      unionPath,
      byUnionId: post.unionId,
      byPost: post.title,
      body,
      at: now,
    })),
  )
  const [only] = made.length === 1 ? made : []
  await tellUrged(session, rows, made)
  Object.assign(line, { ...(only && { unionId: only.unionId, subject: only.dutyId }), detail: { sent: made.length, replyBy } })
  return { sent: made.length }
}

async function held({ db }: Session, id: string) {
  await hold(db, notes, id)
  const [note] = await db.select().from(notes).where(eq(notes.id, id))
  return found(note)
}

export async function reply(session: Session, { id, body }: { id: string; body: string }) {
  const { db, now, today, line } = session
  const [post, note] = [postOf(session), await held(session, id)]
  enforce(mayReply(note, post.unionId))
  const { unionId, unionPath } = note
  await db
    .insert(urgeMessages)
    .values({ urgeId: id, unionId, unionPath, byUnionId: post.unionId, byPost: post.title, body, at: now })
  if (post.unionId === unionId) await tellReplied(session, note)
  if (post.unionId === unionId && !note.answeredOn) await db.update(notes).set({ answeredOn: today }).where(eq(notes.id, id))
  Object.assign(line, { unionId, subject: note.dutyId })
  return { id }
}

export async function closeUrge(session: Session, { id, outcome }: { id: string; outcome: string }) {
  const { db, today, line } = session
  const [post, note] = [postOf(session), await held(session, id)]
  enforce(mayClose(note, post.unionId))
  await db.update(notes).set({ closedOn: today, outcome }).where(eq(notes.id, id))
  Object.assign(line, { unionId: note.unionId, subject: note.dutyId })
  return { id }
}
