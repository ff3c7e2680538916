import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import type { Listing, Row } from './contract.ts'
import { kindFacts, sideNames, type StageState } from './rules.ts'
import { list } from './usecases/reading.ts'

const said: Record<StageState, string> = { done: '已完成', skipped: '略过', now: '进行中', later: '未到' }
const columns: readonly (Column & { of: (row: Row) => Written })[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '事项', width: 40, of: ({ title }) => title },
  { title: '种类', width: 30, of: ({ kind }) => kindFacts[kind].title },
  { title: '登记方', of: ({ registeredSide }) => sideNames[registeredSide] },
  { title: '登记日', kind: 'day', of: ({ registeredOn }) => registeredOn },
  { title: '职工意见', of: ({ opinions }) => opinions },
  { title: '决策前共商', of: ({ stages }) => said[stages.consult] },
  { title: '决策中合议', of: ({ stages }) => said[stages.deliberate] },
  { title: '决定日', kind: 'day', of: ({ decidedOn }) => decidedOn },
  { title: '决策后反馈', of: ({ stages }) => said[stages.feedback] },
  { title: '实施中分工', of: ({ stages }) => said[stages.share] },
  { title: '办结日', kind: 'day', of: ({ closedOn }) => closedOn },
]

export const downloads: Downloads = {
  'decisions.export': download<Listing>({
    authority: 'democracy.view',
    title: ({ today }) => `重大事项登记册 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '重大事项登记册', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const row of everyRow(session, list, input)) yield columns.map(({ of }) => of(row))
}
