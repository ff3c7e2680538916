import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import { lackNames, type Listing, loadNames, type Row } from './contract.ts'
import { list } from './usecases/reading.ts'

const hoursOf = (minutes: number | undefined) => Math.round((minutes ?? 0) / 6) / 10
const columns: readonly (Column & { of: (row: Row) => Written })[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '姓名', of: ({ personName }) => personName },
  { title: '任职', width: 40, of: ({ titles }) => titles.join('、') },
  { title: '专兼职', of: ({ isFullTime }) => (isFullTime ? '专职' : '兼职') },
  { title: '任职日', kind: 'day', of: ({ sinceOn }) => sinceOn },
  { title: '任期至', kind: 'day', of: ({ untilOn }) => untilOn },
  { title: '约定工时（月）', kind: 'number', of: ({ agreedHours }) => agreedHours },
  { title: '上月工时', kind: 'number', of: ({ minutes }) => hoursOf(minutes[0]) },
  { title: '前两月工时', kind: 'number', of: ({ minutes }) => hoursOf(minutes[1]) },
  { title: '前三月工时', kind: 'number', of: ({ minutes }) => hoursOf(minutes[2]) },
  { title: '时间保障', of: ({ load }) => loadNames[load] },
  { title: '档案缺项', width: 30, of: ({ lacks }) => lacks.map((lack) => lackNames[lack]).join('、') },
]

export const downloads: Downloads = {
  'cadres.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `工会干部台账 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '工会干部台账', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const row of everyRow(session, list, input)) yield columns.map(({ of }) => of(row))
}
