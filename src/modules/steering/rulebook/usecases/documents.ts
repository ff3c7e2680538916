import { and, count, desc, eq, ilike, inArray, or, sql } from 'drizzle-orm'
import { statuteIds, statuteOn } from '#law/statutes'
import { refuse } from '#law/verdict'
import { holdUnion } from '#modules/organisation/unions'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { DocumentDraft } from '../contract.ts'
import { mayEnd } from '../rules.ts'
import { articles, documents, endings } from '../tables.ts'
import { bySession } from './ruling.ts'

const d = documents
// Written out in full: in a select from one table Drizzle drops the table's name from columns.
const columns = {
  id: d.id,
  title: d.title,
  number: d.documentNumber,
  issuer: d.issuer,
  issuedOn: d.issuedOn,
  fromOn: d.fromOn,
  unionName: sql<string>`(select u.name from union_directory u where u.id = rule_documents.union_id)`,
  endsOn: sql<string | null>`(select e.ends_on::text from rule_document_endings e where e.document_id = rule_documents.id)`,
  articles: sql<number>`(select count(*)::int from rule_articles a where a.document_id = rule_documents.id)`,
}

type Listing = { page: number; size: number; text?: string | undefined; changed: boolean }
type Spoken = { id: string; fromOn: string; endsOn: string | null; statutes: string[] }

/**
 * Which rules each document speaks of, and which of them changed since it began to hold (at the union that filed it the law of the region is
 * meant: what unions ruled is not a change of law).
 */
async function spokenOf(session: Session) {
  const { db, today } = session
  const { rows } = await db.execute<Spoken>(sql`
    select d.id, d.from_on::text as "fromOn", (select e.ends_on::text from rule_document_endings e where e.document_id = d.id) as "endsOn",
      array(select distinct a.statute from rule_articles a where a.document_id = d.id and a.statute is not null) as statutes
    from rule_documents d`)
  const changedSince = ({ fromOn, endsOn, statutes }: Spoken) =>
    endsOn !== null && endsOn <= today
      ? []
      : statutes.flatMap((id) => {
          const known = statuteIds.find((one) => one === id)
          const law = known && statuteOn(known, today, session.place)
          return law && law.from > fromOn ? [{ statute: id, from: law.from, says: law.says }] : []
        })
  return new Map(rows.map((row) => [row.id, { grounded: row.statutes.length, changed: changedSince(row) }]))
}
const silent = { grounded: 0, changed: [] }

/** Documents filed by any union, the newest first; found by title, number, issuer, or a word of an article. */
export async function list(session: Session, { page, size, text, changed }: Listing) {
  const { db } = session
  const spoken = await spokenOf(session)
  const awaiting = [...spoken].flatMap(([id, one]) => (one.changed.length ? [id] : []))
  const like = `%${text?.replaceAll(/[\\%_]/g, '\\$&')}%`
  const inArticles = sql`exists (select from rule_articles a where a.document_id = rule_documents.id and a.body ilike ${like})`
  const found = text ? or(ilike(d.title, like), ilike(d.documentNumber, like), ilike(d.issuer, like), inArticles) : undefined
  const where = changed ? and(found, inArray(d.id, awaiting)) : found
  const rows = await db
    .select(columns)
    .from(d)
    .where(where)
    .orderBy(desc(d.issuedOn), d.id)
    .limit(size)
    .offset((page - 1) * size)
  const [total] = await db.select({ n: count() }).from(d).where(where)
  return {
    rows: rows.map((row) => ({ ...row, ...(spoken.get(row.id) ?? silent) })),
    total: total!.n,
    awaiting: awaiting.length,
    grounded: [...spoken.values()].filter((one) => one.grounded > 0).length,
    all: spoken.size,
  }
}

/** One document, article by article. */
export async function get(session: Session, { id }: { id: string }) {
  const { db, user } = session
  const [head] = await db
    .select({ ...columns, unionId: d.unionId })
    .from(d)
    .where(eq(d.id, id))
  const { unionId, ...document } = found(head)
  const { id: articleId, label, body, statute } = articles
  const rows = await db
    .select({ id: articleId, label, body, statute })
    .from(articles)
    .where(eq(articles.documentId, id))
    .orderBy(articles.place)
  const spoken = (await spokenOf(session)).get(id) ?? silent
  return { ...document, ...spoken, list: rows, isOwn: unionId === user.post?.unionId }
}

/** Files a text beside the law, by article; an article may speak of a rule on file. */
export async function file(session: Session, { articles: texts, number, ...draft }: DocumentDraft) {
  const { db, now, line } = session
  const { unionId, path: unionPath } = postOf(session)
  const unknown = texts.find(({ statute }) => statute && !statuteIds.some((id) => id === statute))
  enforce(unknown ? refuse('rulebook.statute', `没有编号为 ${unknown.statute} 的规则`) : null)
  const { setBy, byPost } = bySession(session)
  const [made] = await db
    .insert(d)
    .values({ ...draft, documentNumber: number ?? null, unionId, unionPath, filedAt: now, filedBy: setBy, byPost })
    .returning({ id: d.id })
  const rows = texts.map(({ label, body, statute }, place) => ({ label, body, statute: statute ?? null, place }))
  await db.insert(articles).values(rows.map((row) => ({ ...row, documentId: made!.id, unionId, unionPath })))
  Object.assign(line, { unionId, subject: made!.id, detail: { articles: texts.length } })
  return { id: made!.id }
}

/** Registers that a document no longer holds from a day on. */
export async function end(session: Session, { id, endsOn, reason }: { id: string; endsOn: string; reason: string }) {
  const { db, now, line } = session
  const { unionId, path: unionPath } = postOf(session)
  await holdUnion(session, unionId)
  const [row] = await db
    .select({ fromOn: d.fromOn, endsOn: columns.endsOn })
    .from(d)
    .where(and(eq(d.id, id), eq(d.unionId, unionId)))
  enforce(mayEnd(found(row), endsOn))
  await db
    .insert(endings)
    .values({ documentId: id, unionId, unionPath, endsOn, reason, at: now, byPost: bySession(session).byPost })
  Object.assign(line, { unionId, subject: id })
  return { id }
}

/** The articles in force that speak of a rule, for its page and for papers that cite it. */
export async function articlesOn({ db, today }: Session, statute: string) {
  const { id, label, body, documentId } = articles
  return db
    .select({ id, label, body, statute: articles.statute, documentId, title: d.title })
    .from(articles)
    .innerJoin(d, eq(d.id, documentId))
    .leftJoin(endings, eq(endings.documentId, documentId))
    .where(and(eq(articles.statute, statute), sql`(${endings.endsOn} is null or ${endings.endsOn} > ${today})`))
    .orderBy(desc(d.issuedOn), articles.place)
}

/** How papers and rules cite an article that a federation filed: 《标题》第三条. */
export async function citeOfArticle({ db }: Pick<Session, 'db'>, articleId: string): Promise<string> {
  const [row] = await db
    .select({ title: d.title, label: articles.label })
    .from(articles)
    .innerJoin(d, eq(d.id, articles.documentId))
    .where(eq(articles.id, articleId))
  const { title, label } = found(row)
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》${label}`
}
