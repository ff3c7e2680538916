import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import { type Listing, type Row, stateNames, wayNames } from './contract.ts'
import { list } from './usecases/reading.ts'

const columns: readonly (Column & { of: (row: Row) => Written })[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '岗位', width: 24, of: ({ title }) => title },
  { title: '方式', of: ({ way }) => wayNames[way] },
  { title: '专兼职', of: ({ fullTime }) => (fullTime ? '专职' : '兼职') },
  { title: '人数', kind: 'number', of: ({ seats }) => seats },
  { title: '空缺自', kind: 'day', of: ({ vacantSince }) => vacantSince },
  { title: '公告日', kind: 'day', of: ({ announcedOn }) => announcedOn },
  { title: '报名截止', kind: 'day', of: ({ applyUntil }) => applyUntil },
  { title: '人选', kind: 'number', of: ({ candidates }) => candidates },
  { title: '已选定', kind: 'number', of: ({ chosen }) => chosen },
  { title: '已到岗', kind: 'number', of: ({ started }) => started },
  { title: '状态', of: ({ state }) => stateNames[state] },
  { title: '办结日', kind: 'day', of: ({ endedOn }) => endedOn },
  { title: '不再办理的原因', width: 30, of: ({ endedWhy }) => endedWhy },
]

export const downloads: Downloads = {
  'openings.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `岗位招聘与选任 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '岗位招聘与选任', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const row of everyRow(session, list, input)) yield columns.map(({ of }) => of(row))
}
