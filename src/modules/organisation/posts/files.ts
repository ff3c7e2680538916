import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import { type Appointment, appointmentStateNames, cameNames, endedNames, type Listing } from './contract.ts'
import { list } from './usecases/reading.ts'

const columns: readonly (Column & { of: (row: Appointment) => Written })[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '姓名', of: ({ personName }) => personName },
  { title: '任职', width: 22, of: ({ title }) => title },
  { title: '分工', width: 30, of: ({ portfolio }) => portfolio },
  { title: '专兼职', of: ({ fullTime }) => (fullTime ? '专职' : '兼职') },
  { title: '替补', of: ({ substituteFor }) => (substituteFor ? '是' : null) },
  { title: '产生方式', of: ({ came }) => cameNames[came] },
  { title: '依据', width: 30, of: ({ basis }) => basis },
  { title: '任职日', kind: 'day', of: ({ fromOn }) => fromOn },
  { title: '任期至', kind: 'day', of: ({ untilOn }) => untilOn },
  { title: '状态', of: ({ state }) => appointmentStateNames[state] },
  { title: '卸任日', kind: 'day', of: ({ endedOn }) => endedOn },
  { title: '卸任原因', of: ({ endedWhy }) => endedWhy && endedNames[endedWhy] },
]

export const downloads: Downloads = {
  'posts.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `任职名册 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '任职名册', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const row of everyRow(session, list, input)) yield columns.map(({ of }) => of(row))
}
