import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { hold } from '#platform/db'
import { found, postOf, type Session } from '#platform/session'
import { information, informationFiles, informationVersions } from '../tables.ts'

export type Kept = typeof information.$inferSelect

/** The information of one's own union, held until the act ends; 404 for any other. */
export async function ownInformation(session: Session, id: string): Promise<Kept> {
  await hold(session.db, information, id)
  const [row] = await session.db
    .select()
    .from(information)
    .where(and(eq(information.id, id), eq(information.unionId, postOf(session).unionId)))
  return found(row)
}

/** The wording that is not released: the draft, or a correction under way. */
export async function pendingOf({ db }: Session, { id, version }: Pick<Kept, 'id' | 'version'>) {
  const [row] = await db
    .select()
    .from(informationVersions)
    .where(and(eq(informationVersions.informationId, id), eq(informationVersions.version, version + 1)))
  return row
}

/** With a release, the files of earlier versions that it does not keep end. */
export const endFiles = ({ db }: Session, id: string, version: number, keep: readonly string[]) =>
  db
    .update(informationFiles)
    .set({ untilVersion: version - 1 })
    .where(
      and(
        eq(informationFiles.informationId, id),
        lt(informationFiles.fromVersion, version),
        isNull(informationFiles.untilVersion),
        keep.length ? sql`not ${inArray(informationFiles.id, [...keep])}` : sql`true`,
      ),
    )
