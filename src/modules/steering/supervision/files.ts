import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import type { Duty, Listing } from './contract.ts'
import { dutyStateNames } from './rules/names.ts'
import { list } from './usecases/reading.ts'

const columns: readonly (Column & { of: (duty: Duty) => Written })[] = [
  { title: '工会', width: 36, of: ({ unionName }) => unionName },
  { title: '应办事项', width: 24, of: ({ title }) => title },
  { title: '具体对象', width: 18, of: ({ subject }) => subject },
  { title: '状态', of: ({ state }) => dutyStateNames[state] },
  { title: '应由谁办', width: 24, of: ({ owedBy }) => owedBy.join('、') },
  { title: '起算日', kind: 'day', of: ({ since }) => since },
  { title: '到期日', kind: 'day', of: ({ dueOn }) => dueOn },
  { title: '了结日', kind: 'day', of: ({ closedOn }) => closedOn },
  { title: '上报层级', kind: 'number', of: ({ level }) => level },
  { title: '依据', width: 40, of: ({ cite }) => cite },
  { title: '依据的性质', width: 16, of: ({ isLaw }) => (isLaw ? '法律法规' : '平台默认值') },
  { title: '时钟编号', of: ({ clock }) => clock },
]

export const downloads: Downloads = {
  'supervision.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `应办事项 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '应办事项', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const row of everyRow(session, list, input)) yield columns.map(({ of }) => of(row))
}
