import { eq } from 'drizzle-orm'
import { download, type Downloads, everyRow } from '#platform/files'
import { open } from '#platform/secrets'
import { found, type Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import { checkStateNames, type Standing, type StandingListing } from './contract.ts'
import { evidence } from './tables.ts'
import { standing } from './usecases/standing.ts'

const columns: readonly (Column & { of: (row: Standing) => Written })[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '状态', of: ({ state }) => checkStateNames[state] },
  { title: '周期', of: ({ cycle }) => cycle },
  { title: '得分', kind: 'number', of: ({ points }) => points },
  { title: '等次', of: ({ level }) => level },
  { title: '有效期至', kind: 'day', of: ({ validUntil }) => validUntil },
  { title: '待整改', kind: 'number', of: ({ gaps }) => gaps },
]

export const downloads: Downloads = {
  'standards.export': download<StandingListing>({
    authority: 'members.exchange',
    title: ({ today }) => `达标情况 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '达标情况', columns, rows: rowsOf(session, input) }),
  }),
  'standards.openEvidence': download<{ id: string; name: string }>({
    authority: 'unions.view',
    title: (_session, { name }) => name,
    async write({ db }, { id }, out) {
      const [row] = await db.select({ body: evidence.body }).from(evidence).where(eq(evidence.id, id))
      out.write(Buffer.from(open('standard_evidence.body', found(row).body), 'base64'))
    },
  }),
}

async function* rowsOf(session: Session, input: StandingListing) {
  for await (const row of everyRow(session, standing, input)) yield columns.map(({ of }) => of(row))
}
