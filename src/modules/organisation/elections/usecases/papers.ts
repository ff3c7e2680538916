import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Block, Paper as Official } from '#platform/documents'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import type { Paper } from '../rules.ts'
import { paperSets } from '../rules.ts'
import { roll } from '../tables.ts'
import { electionOf } from './parts.ts'
import { get } from './reading.ts'

type Which = { id: string; set: string }

/** A ticket for the Word file of one set of papers, or of all. */
export async function exportPapers(session: Session, input: Which) {
  const { unionId } = await electionOf(session, input.id)
  Object.assign(session.line, { unionId, subject: input.id, detail: { set: input.set } })
  return issueTicket(session, 'elections.document', input)
}

/** The papers of a set, each on pages of its own, as one document in official layout. */
export async function papersOf(session: Session, { id, set }: Which): Promise<Official> {
  const election = await get(session, { id })
  const lines = await session.db
    .select()
    .from(roll)
    .where(and(eq(roll.electionId, id), isNull(roll.removedOn)))
    .orderBy(asc(roll.unitName), asc(roll.name), asc(roll.id))
  const sets = paperSets(election, session.today, lines)
  const papers = (set ? sets.filter(({ title }) => title === set) : sets).flatMap((one) => one.papers)
  const first = found(papers[0])
  const { title, number, to } = first
  return {
    title,
    ...(number && { issuer: first.from, number }),
    ...(to && { to }),
    body: [...bodyOf(first), ...papers.slice(1).flatMap(whole)],
  }
}

const bodyOf = ({ paragraphs, table, from, day }: Paper): Block[] => [
  ...paragraphs,
  ...(table ? [{ head: table.head, table: table.rows.map((row) => row.map(String)) }] : []),
  ...(from ? [{ right: from }] : []),
  ...(day ? [{ right: day }] : []),
]

const whole = (paper: Paper): Block[] => [
  { newPage: true },
  { centred: paper.title },
  ...(paper.number ? [{ centred: paper.number }] : []),
  ...(paper.to ? [`${paper.to}：`] : []),
  ...bodyOf(paper),
]
