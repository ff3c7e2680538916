import { and, eq, isNull } from 'drizzle-orm'
import { open, seal } from '#platform/secrets'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { NewPhoto } from '../contract.ts'
import { mayAddPhoto } from '../rules.ts'
import { photos, visits } from '../tables.ts'

const FIELD = 'visit_photos.body_sealed'

/** Keeps a picture of a visit one went on, sealed. */
export async function addPhoto({ db, user, now, line }: Session, { id, visitId, type, body, caption }: NewPhoto) {
  const [visit] = await db.select().from(visits).where(eq(visits.id, visitId))
  const { unionId, unionPath } = found(visit)
  const bytes = Buffer.from(body, 'base64')
  const kept = await db.$count(photos, and(eq(photos.visitId, visitId), isNull(photos.removedAt)))
  enforce(mayAddPhoto(bytes, type, kept))
  const about = { visitId, unionId, unionPath, type, size: bytes.length, caption }
  await db.insert(photos).values({ id, ...about, bodySealed: seal(FIELD, body), at: now, byAccount: user.account ?? null })
  Object.assign(line, { unionId, subject: visitId, detail: { photo: id, size: bytes.length } })
  return { id }
}

/** Takes a picture out of the record; its row stays. */
export async function removePhoto({ db, now, line }: Session, { id }: { id: string }) {
  const [row] = await db
    .update(photos)
    .set({ removedAt: now })
    .where(and(eq(photos.id, id), isNull(photos.removedAt)))
    .returning({ visitId: photos.visitId, unionId: photos.unionId })
  Object.assign(line, { unionId: found(row).unionId, subject: row!.visitId, detail: { photo: id } })
  return { id }
}

/** A picture, for those who went. */
export async function myPhoto({ db }: Session, { id }: { id: string }) {
  const [row] = await db
    .select()
    .from(photos)
    .where(and(eq(photos.id, id), isNull(photos.removedAt)))
  return { type: found(row).type, body: open(FIELD, row!.bodySealed) }
}

/** A picture, for a post: the union visited sees it once the record is handed in. */
export async function photo(session: Session, { id }: { id: string }) {
  const { db } = session
  const [row] = await db
    .select({ path: visits.unionPath, submittedAt: visits.submittedAt })
    .from(photos)
    .innerJoin(visits, eq(visits.id, photos.visitId))
    .where(eq(photos.id, id))
  const isHost = postOf(session).path.startsWith(found(row).path)
  return myPhoto(session, { id: isHost && !row!.submittedAt ? '00000000-0000-0000-0000-000000000000' : id })
}
