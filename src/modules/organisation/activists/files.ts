import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import { foundNames, type Listing, type Row } from './contract.ts'
import { list } from './usecases/reading.ts'

const columns: readonly (Column & { of: (row: Row) => Written })[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '姓名', of: ({ personName }) => personName },
  { title: '发现途径', of: ({ foundHow }) => foundNames[foundHow] },
  { title: '理由', width: 40, of: ({ reason }) => reason },
  { title: '登记日', kind: 'day', of: ({ foundOn }) => foundOn },
  { title: '任职日', kind: 'day', of: ({ promotedOn }) => promotedOn },
  { title: '退出日', kind: 'day', of: ({ endedOn }) => endedOn },
]

export const downloads: Downloads = {
  'activists.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `工会积极分子 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '工会积极分子', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const row of everyRow(session, list, input)) yield columns.map(({ of }) => of(row))
}
