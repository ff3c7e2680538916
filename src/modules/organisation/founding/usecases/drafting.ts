import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { UnitKind } from '#contracts/organisation/employers'
import type { UnionKind } from '#contracts/organisation/unions'
import { refuse } from '#law/verdict'
import { enforce, found, type Session } from '#platform/session'
import type { Draft, Unit } from '../contract.ts'
import { mayCover, mayEdit, maySuperior, type TaskKind, taskNames } from '../rules.ts'
import { foundings, group, meetings, supporters, tasks, units } from '../tables.ts'
import { held, lined, newLinkCode, note, placeOf, refuseTaken, registered, takenBy } from './parts.ts'

/** What is known of a unit before anything is typed, and whether a union or a project for it is there already. */
export async function lookUp(session: Session, { creditCode, exceptId }: { creditCode: string; exceptId?: string | undefined }) {
  const [known, taken] = [await registered(session, creditCode), await takenBy(session, [creditCode], exceptId ?? null)]
  return {
    unit: known
      ? { name: known.name, unitKind: known.unit_kind as UnitKind, sector: known.sector, setUpOn: known.set_up_on }
      : null,
    coveredBy: known?.covered_by_name ?? null,
    taken: taken ? `${taken.openedOn} 已发起，报${taken.superiorName}` : null,
  }
}

type Superior = { path: string; kind: UnionKind; state: string }

async function superiorOf({ db, today }: Session, { superiorId, form }: Pick<Draft, 'superiorId' | 'form'>) {
  const { rows } = await db.execute<Superior>(sql`select path, kind, state from founding_superior(${superiorId})`)
  const superior = found(rows[0])
  enforce(maySuperior(form, superior, today))
  return { unionId: superiorId, unionPath: superior.path }
}

const codesOf = (list: readonly Unit[]) => list.flatMap(({ creditCode }) => creditCode ?? [])

/** Opens a project: whoever opens it works on it from then on, with whomever he names. */
export async function open(session: Session, draft: Draft & { isForOthers: boolean }) {
  const { db, user, now, today } = session
  const { superiorId: _superior, units: list, isForOthers, ...facts } = draft
  const place = await superiorOf(session, draft)
  await refuseTaken(session, codesOf(list), null)
  const founding = { id: randomUUID(), ...place }
  const openedAs = isForOthers && user.post ? `${user.post.unionName} ${user.post.title}` : null
  await db
    .insert(foundings)
    .values({ ...facts, ...founding, linkCode: newLinkCode(), openedBy: user.account!, openedAs, openedAt: now })
  await writeUnits(session, founding, list)
  await db
    .insert(tasks)
    .values(templateTasks.map((kind, position) => ({ ...placeOf(founding), kind, title: taskNames[kind], position })))
  await note(session, founding, 'opened', openedAs)
  Object.assign(session.line.detail!, { form: facts.form, units: list.length, on: today })
  return { id: founding.id }
}

const templateTasks: TaskKind[] = ['mobilisation', 'course', 'register', 'candidates', 'finance', 'office']

async function writeUnits(session: Session, founding: { id: string; unionId: string; unionPath: string }, list: readonly Unit[]) {
  const { db } = session
  const before = await db.select().from(units).where(eq(units.foundingId, founding.id)).orderBy(units.position)
  for (const [position, unit] of list.entries()) {
    const known = await registered(session, unit.creditCode)
    enforce(mayCover(unit.name, known?.covered_by_name ?? null))
    const wrong = unit.women !== null && unit.women > unit.headcount
    if (wrong) enforce(refuse('founding.women', `“${unit.name}”的女职工不能多于职工人数`))
    const row = { ...placeOf(founding), ...unit, position, employerId: known?.id ?? null }
    const old = before[position]
    // A unit keeps its id while it keeps its place: signatures point to it.
    if (old) await db.update(units).set(row).where(eq(units.id, old.id))
    else await db.insert(units).values({ id: randomUUID(), ...row })
  }
  for (const gone of before.slice(list.length)) await db.delete(units).where(eq(units.id, gone.id))
}

/** Changes what the group writes of its project, in the version it saw. */
export async function save(session: Session, { id, version, ...draft }: Draft & { id: string; version: number }) {
  const { superiorId, units: list, ...facts } = draft
  const before = await held(session, id, version)
  enforce(mayEdit(before.state))
  const place = await superiorOf(session, draft)
  await refuseTaken(session, codesOf(list), id)
  await session.db
    .update(foundings)
    .set({ ...facts, ...place, version: version + 1 })
    .where(eq(foundings.id, id))
  await freeCodes(session, id)
  await writeUnits(session, { id, ...place }, list)
  if (before.unionId !== superiorId) await rehome(session, id, place)
  lined(session, { id, unionId: superiorId })
  return { id }
}

/** Two units of one project may change places: their codes are written anew, so none stands in the other's way. */
const freeCodes = ({ db }: Session, id: string) => db.update(units).set({ creditCode: null }).where(eq(units.foundingId, id))

/** Another superior was chosen: all of the project goes under it. */
async function rehome({ db }: Session, id: string, place: { unionId: string; unionPath: string }) {
  for (const table of [supporters, group, tasks, meetings]) await db.update(table).set(place).where(eq(table.foundingId, id))
  await db.execute(sql`select founding_rehome(${id})`)
}
