import { and, eq, notInArray, sql } from 'drizzle-orm'
import { readUpload } from '#platform/files'
import { seal } from '#platform/secrets'
import { enforce, postOf, type Session } from '#platform/session'
import type { Correct, Save } from '../contract.ts'
import { mayAskBy, mayCorrect, mayEdit } from '../rules.ts'
import { FILE, information, informationFiles, informationVersions } from '../tables.ts'
import { type Kept, ownInformation, pendingOf } from './keeping.ts'
import { sendOn } from './releasing.ts'
import { signature } from './telling.ts'

/** Writes a draft, or what was sent back, anew. */
export async function save(session: Session, { id, title, body, uploads, keep, ...facts }: Save) {
  const { db, user, now, today, line } = session
  const { unionId, path } = postOf(session)
  enforce(mayAskBy(facts.replyBy, today))
  const name = await signature(session)
  if (id) {
    const kept = await ownInformation(session, id)
    enforce(mayEdit(kept.state))
    await db
      .update(information)
      .set({ ...facts, title, number: facts.number || null, state: 'draft' })
      .where(eq(information.id, id))
    await db
      .update(informationVersions)
      .set({
        title,
        body,
        state: 'draft',
        madeBy: user.account ?? null,
        madeName: name,
        madeAt: now,
        refusedWhy: null,
        decidedBy: null,
        decidedName: null,
        decidedAt: null,
      })
      .where(and(eq(informationVersions.informationId, id), eq(informationVersions.version, 1)))
    await attach(session, kept, 1, uploads, keep)
    return { id }
  }
  const [made] = await db
    .insert(information)
    .values({
      ...facts,
      unionId,
      unionPath: path,
      number: facts.number || null,
      title,
      state: 'draft',
      madeBy: user.account ?? null,
      madeName: name,
      madeAt: now,
    })
    .returning()
  await db.insert(informationVersions).values({
    informationId: made!.id,
    unionId,
    unionPath: path,
    version: 1,
    state: 'draft',
    title,
    body,
    madeBy: user.account ?? null,
    madeName: name,
    madeAt: now,
  })
  await attach(session, made!, 1, uploads, [])
  Object.assign(line, { detail: { kind: facts.kind, way: facts.way } })
  return { id: made!.id }
}

/** Says something released anew, with the reason; the earlier wording stays readable. */
export async function correct(session: Session, { id, title, body, why, uploads, keep }: Correct) {
  const { db, user, now, line } = session
  const kept = await ownInformation(session, id)
  const pending = await pendingOf(session, kept)
  enforce(mayCorrect(kept.state, pending?.state === 'waiting'))
  const version = kept.version + 1
  const words = {
    title,
    body,
    why,
    state: 'draft' as const,
    madeBy: user.account ?? null,
    madeName: await signature(session),
    madeAt: now,
    keptFiles: keep,
  }
  await db
    .insert(informationVersions)
    .values({ informationId: id, unionId: kept.unionId, unionPath: kept.unionPath, version, ...words })
    .onConflictDoUpdate({
      target: [informationVersions.informationId, informationVersions.version],
      set: { ...words, refusedWhy: null },
    })
  await attach(session, kept, version, uploads, keep)
  Object.assign(line, { detail: { version } })
  return sendOn(session, kept)
}

/** Files come from what the account uploaded before; of a wording not yet released, those not kept are thrown away. */
async function attach(
  session: Session,
  { id, unionId, unionPath }: Kept,
  version: number,
  uploads: readonly string[],
  keep: readonly string[],
) {
  const { db, now } = session
  await db
    .delete(informationFiles)
    .where(
      and(
        eq(informationFiles.informationId, id),
        eq(informationFiles.fromVersion, version),
        keep.length ? notInArray(informationFiles.id, [...keep]) : sql`true`,
      ),
    )
  for (const upload of uploads) {
    const { name, body } = await readUpload(session, upload)
    const bodySealed = seal(FILE, body.toString('base64'))
    await db
      .insert(informationFiles)
      .values({ informationId: id, unionId, unionPath, fromVersion: version, name, size: body.length, bodySealed, at: now })
  }
}
