import { eq } from 'drizzle-orm'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import type { Receipts } from '../contract.ts'
import { information, informationFiles } from '../tables.ts'

/** A ticket for one attached file. */
export async function file(session: Session, { id }: { id: string }) {
  const [row] = await session.db
    .select({ name: informationFiles.name, of: informationFiles.informationId })
    .from(informationFiles)
    .where(eq(informationFiles.id, id))
  const { name, of } = found(row)
  Object.assign(session.line, { subject: of })
  const ticket = await issueTicket(session, 'information.file', { id, name })
  return { id: ticket.id }
}

/** A ticket for the receipts as a workbook. */
export async function exportReceipts(session: Session, input: Receipts) {
  const [row] = await session.db.select({ id: information.id }).from(information).where(eq(information.id, input.id))
  found(row)
  Object.assign(session.line, { subject: input.id })
  return issueTicket(session, 'information.export', input)
}
