export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.ts'
import { eq } from 'drizzle-orm'
import { found, type Session } from '#platform/session'
import { onRules } from '#modules/organisation/memberRules'
import { members } from './tables.ts'
import type { Member } from './usecases/filing.ts'
import { keeper } from './usecases/asking.ts'

export { admit, holders, nextNumbers, relocate, release, restore, type Admission, type Holder } from './usecases/stays.ts'
export { admitMany, foreseeMany, removeMany, type Met, type RosterRow } from './usecases/bulk.ts'
export { type Moved, relocateMany } from './usecases/relocating.ts'
export { type CopyReader, hasConsent, onCopy } from './usecases/mine.ts'
export { onMerge } from './usecases/references.ts'
export { type Revised, type Revision, reviseMany, unreviseMany } from './usecases/revising.ts'
export type { Member } from './usecases/filing.ts'

onRules(keeper)

/** The record of a person within one's scope, protected fields still sealed; 404 outside. */
export async function memberOf({ db }: Pick<Session, 'db'>, id: string): Promise<Member> {
  const [row] = await db.select().from(members).where(eq(members.id, id))
  return found(row)
}
