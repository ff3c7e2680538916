import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import { type Alarm, alarmNames, alarmStateNames, type Listing } from './contract.ts'
import { list } from './usecases/reading.ts'

const columns: readonly (Column & { of: (alarm: Alarm) => Written })[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '预警', of: ({ kind }) => alarmNames[kind] },
  { title: '原因', width: 48, of: ({ cause }) => cause },
  { title: '开始', kind: 'day', of: ({ since }) => since },
  { title: '发现', kind: 'day', of: ({ noticedOn }) => noticedOn },
  { title: '解除', kind: 'day', of: ({ endedOn }) => endedOn },
  { title: '状态', of: ({ state }) => alarmStateNames[state] },
  { title: '说明有效至', kind: 'day', of: ({ notedUntil }) => notedUntil },
  { title: '答复期限', kind: 'day', of: ({ replyBy }) => replyBy },
  { title: '依据', width: 40, of: ({ cite }) => cite },
]

export const downloads: Downloads = {
  'alarms.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `组织预警 ${today}.xlsx`,
    write: (session, input, out) =>
      writeSheet(out, { title: '组织预警', columns, rows: rowsOf(session, input) }).then(() => undefined),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const alarm of everyRow(session, list, input)) yield columns.map(({ of }) => of(alarm))
}
