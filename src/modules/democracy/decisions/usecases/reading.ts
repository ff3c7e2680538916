import { and, desc, eq, ilike, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { unionNames } from '#modules/organisation/unions'
import type { Paging } from '#kit/contract'
import { issueTicket } from '#platform/files'
import { found, postOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Detail, Figures, Listing, Missed, Row, Task } from '../contract.ts'
import {
  type Choice,
  choices,
  grouped,
  isLayoffSoon,
  isTold,
  citeFor,
  type Mark,
  marks,
  type MatterFacts,
  maySay,
  noticeDays,
  stageStates,
} from '../rules.ts'
import { type Matter, matters, opinions, progress, skips, tasks } from '../tables.ts'
import { factsOf, sideOf } from './parts.ts'

const wanted = ({ text, kinds, show }: Listing): SQL | undefined =>
  and(
    text ? ilike(matters.title, `%${text.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    kinds.length ? inArray(matters.kind, kinds) : undefined,
    show === 'open' ? isNull(matters.closedOn) : show === 'closed' ? isNotNull(matters.closedOn) : undefined,
  )

const counted = {
  opinions: sql<number>`(select count(*)::int from decision_opinions o where o.matter_id = decision_matters.id)`,
  tasks: sql<number>`(select count(*)::int from decision_tasks t where t.matter_id = decision_matters.id)`,
  openTasks: sql<number>`(select count(*)::int from decision_tasks t where t.matter_id = decision_matters.id and t.done_on is null)`,
  skipped: sql<MatterFacts['skipped']>`array(select s.stage from decision_skips s where s.matter_id = decision_matters.id)`,
}

/** The register of major matters of one's scope, newest first. */
export async function list(session: Session, input: Listing): Promise<{ rows: Row[]; total: number }> {
  const { db } = session
  const where = wanted(input)
  const rows = await db
    .select({ matter: matters, ...counted })
    .from(matters)
    .where(where)
    .orderBy(desc(matters.registeredAt), matters.id)
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const names = await unionNames(session, [...new Set(rows.map(({ matter }) => matter.unionId))])
  return {
    rows: rows.map(({ matter, opinions: said, ...facts }) => ({
      ...matter,
      unionName: names.get(matter.unionId) ?? '',
      stages: stageStates({ ...matter, ...facts }),
      opinions: said,
    })),
    total: await db.$count(matters, where),
  }
}

export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'decisions.export', input)

/** One matter through its four stages; opinions without names, told apart only when enough people spoke and nobody can any more. */
export async function get(session: Session, { id }: { id: string }): Promise<Detail> {
  const { db, today } = session
  const [row] = await db.select().from(matters).where(eq(matters.id, id))
  const matter = found(row)
  const facts = await factsOf(session, matter)
  const names = await unionNames(session, [matter.unionId])
  const law = (await statutesFor(session, matter.unionPath)).on('WC-38.explain', matter.registeredOn)
  const soon = isLayoffSoon(matter, law.value)
  const heard = await heardOf(session, matter, maySay(matter, today) === null)
  return {
    ...matter,
    unionName: names.get(matter.unionId) ?? '',
    stages: stageStates(facts),
    opinions: heard.total,
    opinionsHeard: heard,
    noticeDays: noticeDays(matter.registeredOn, matter.metOn),
    warning: soon && `向工会说明到裁员只有 ${soon.days} 日，法定提前 ${soon.lawDays} 日`,
    warningCite: soon ? citeFor('layoff', matter.registeredOn) : null,
    side: sideOf(session),
    isOwn: postOf(session).unionId === matter.unionId,
    reactions: await reactionsOf(session, id),
    skips: await db.select().from(skips).where(eq(skips.matterId, id)).orderBy(skips.skippedOn),
    tasks: await tasksOf(session, id),
  }
}

async function heardOf({ db }: Session, { id }: Matter, isOpen: boolean): Promise<Detail['opinionsHeard']> {
  // Whoever left the unit since is out of sight here, and has spoken all the same.
  const { rows } = await db.execute<{ choice: Choice; group: string; n: number }>(sql`
    select o.choice, coalesce(u.name, '现在不在本单位') as "group", count(*)::int as n from decision_opinions o left join members m on m.id = o.member_id
      left join unions u on u.id = m.union_id where o.matter_id = ${id} group by 1, 2`)
  const all = await db.$count(opinions, eq(opinions.matterId, id))
  const of = (choice: Choice) => rows.filter((row) => row.choice === choice).reduce((sum, { n }) => sum + n, 0)
  // While people still speak, each new answer would show against the figures before it.
  const hidden = { total: all, counts: null, groups: [] }
  if (isOpen) return { ...hidden, words: [] }
  const words = await wordsOf(db, id)
  // Of few, the mark beside the words would tell what the figures keep back.
  if (!isTold(all)) return { ...hidden, words: words.map(({ body }) => ({ choice: null, body })) }
  const byGroup = Map.groupBy(rows, ({ group }) => group)
  const groups = [...byGroup].map(([name, list]) => ({ name, count: list.reduce((sum, { n }) => sum + n, 0) }))
  return {
    total: all,
    counts: Object.fromEntries(choices.map((choice) => [choice, of(choice)])) as Record<Choice, number>,
    groups: grouped(groups),
    words,
  }
}

const wordsOf = async (db: Session['db'], id: string) =>
  (
    await db
      .select({ choice: opinions.choice, body: opinions.body })
      .from(opinions)
      .where(and(eq(opinions.matterId, id), isNotNull(opinions.body)))
      .orderBy(opinions.id)
      .limit(200)
  ).map(({ choice, body }) => ({ choice, body: body! }))

async function reactionsOf({ db }: Session, id: string): Promise<Detail['reactions']> {
  const { rows } = await db.execute<{ mark: Mark; n: number }>(
    sql`select mark, count(*)::int as n from decision_reactions where matter_id = ${id} group by 1`,
  )
  const total = rows.reduce((sum, { n }) => sum + n, 0)
  const said = await db.execute<{ body: string }>(
    sql`select body from decision_reactions where matter_id = ${id} and body is not null order by id limit 200`,
  )
  const of = (mark: Mark) => rows.find((row) => row.mark === mark)?.n ?? 0
  return {
    total,
    counts: isTold(total) ? (Object.fromEntries(marks.map((mark) => [mark, of(mark)])) as Record<Mark, number>) : null,
    words: said.rows.map(({ body }) => body),
  }
}

async function tasksOf({ db }: Session, matterId: string): Promise<Task[]> {
  const all = await db.select().from(tasks).where(eq(tasks.matterId, matterId)).orderBy(tasks.dueOn, tasks.id)
  const notes = all.length
    ? await db
        .select()
        .from(progress)
        .where(
          inArray(
            progress.taskId,
            all.map(({ id }) => id),
          ),
        )
        .orderBy(progress.at)
    : []
  return all.map((task) => ({ ...task, progress: notes.filter(({ taskId }) => taskId === task.id) }))
}

/** Decisions taken without the union, by stage, with the reason and what the chair says to it (DEC-06). */
export async function missed(session: Session, { page, size }: Paging): Promise<{ rows: Missed[]; total: number }> {
  const rows = await session.db
    .select({ skip: skips, title: matters.title, kind: matters.kind, decidedOn: matters.decidedOn })
    .from(skips)
    .innerJoin(matters, eq(matters.id, skips.matterId))
    .orderBy(desc(skips.skippedOn), skips.id)
    .limit(size)
    .offset((page - 1) * size)
  const names = await unionNames(session, [...new Set(rows.map(({ skip }) => skip.unionId))])
  return {
    rows: rows.map(({ skip, ...of }) => ({ ...skip, ...of, unionName: names.get(skip.unionId) ?? '' })),
    total: await session.db.$count(skips),
  }
}

/** What the records of one's scope come to: each figure is the count of a list one can open. */
export async function figures({ db }: Session): Promise<Figures> {
  const { rows } = await db.execute<Figures>(sql`select
    (select count(*)::int from decision_matters) as matters,
    (select count(*)::int from decision_matters where position_on is not null and met_on is not null and feedback_on is not null
      and exists (select from decision_tasks t where t.matter_id = decision_matters.id)) as "fullPart",
    (select count(*)::int from decision_matters where position_on is not null) as consulted,
    (select count(*)::int from decision_opinions) as opinions,
    (select count(*)::int from decision_skips) as missed,
    (select count(*)::int from decision_skips where explained_on is null) as unexplained,
    (select count(*)::int from decision_tasks where side = 'union') as "unionTasks",
    (select count(*)::int from decision_tasks where side = 'union' and done_on <= due_on) as "unionTasksOnTime",
    (select count(*)::int from decision_instruments) as instruments,
    (select count(*)::int from decision_instruments where reply is not null) as replied,
    (select count(*)::int from decision_instruments where reply in ('accepted', 'partly')) as accepted,
    (select count(*)::int from decision_items) as items,
    (select count(*)::int from decision_items where core_task is not null) as linked`)
  return rows[0]!
}
