import { download, type Downloads, everyRow, listDownload, type ListColumn } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import {
  type Appointment,
  appointmentStateNames,
  cameNames,
  type Committee,
  committeeStateNames,
  endedNames,
  type Listing,
  type Overview,
  type UnionBodies,
} from './contract.ts'
import { bodyNames } from './rules.ts'
import { overview } from './usecases/overview.ts'
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

const five = ['union', 'audit', 'women', 'mediation', 'protection'] as const satisfies readonly Committee['body'][]
const committees: readonly ListColumn<UnionBodies>[] = [
  { title: '工会', width: 40, of: ({ name }) => name },
  { title: '会员', kind: 'number', of: ({ members }) => members },
  ...five.map(
    (body): ListColumn<UnionBodies> => ({
      title: bodyNames[body],
      width: 22,
      of: ({ committees: all }) => {
        const committee = all.find((each) => each.body === body)
        return committee ? `${committeeStateNames[committee.state]}：${committee.reason}` : null
      },
    }),
  ),
  { title: '五委健全', of: ({ isComplete }) => (isComplete ? '是' : '否') },
  { title: '专职干部', kind: 'number', of: ({ fullTimeStaff }) => fullTimeStaff },
  { title: '每千会员专职干部', kind: 'number', of: ({ staffPerThousand }) => staffPerThousand },
  { title: '有专职副主席', of: ({ hasFullTimeViceChair }) => (hasFullTimeViceChair ? '是' : '否') },
  { title: '任期已满的任职', kind: 'number', of: ({ expired }) => expired },
]

export const downloads: Downloads = {
  'posts.exportCommittees': listDownload<Overview, UnionBodies>('工会五委', committees, overview),
  'posts.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `任职名册 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '任职名册', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const row of everyRow(session, list, input)) yield columns.map(({ of }) => of(row))
}
