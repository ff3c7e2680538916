import { asc } from 'drizzle-orm'
import { download, type Downloads } from '#platform/files'
import type { Session } from '#platform/session'
import { writeSheet } from '#platform/sheets'
import type { Filter } from './contract.ts'
import { applicationStateNames, bases, channelNames, employmentForms, matchNames } from './contract/words.ts'
import { applications } from './tables.ts'
import { conditionsOf, shown } from './usecases/reading.ts'

const columns = [
  '工会',
  '姓名',
  '证件号码',
  '手机号',
  '工作单位',
  '用工形式',
  '入会依据',
  '来路',
  '申请日期',
  '应答复',
  '状态',
  '名册核对',
  '答复日期',
  '理由',
  '会员证号',
]

export const downloads: Downloads = {
  'joining.export': download<Filter>({
    authority: 'members.exchange',
    title: ({ today }) => `入会申请 ${today}.xlsx`,
    write: (session, filter, out) =>
      writeSheet(out, {
        title: '入会申请',
        columns: columns.map((title) => ({ title, width: title === '理由' || title === '工会' ? 36 : 16 })),
        rows: rowsOf(session, filter),
      }),
  }),
}

const BATCH = 500

async function* rowsOf(session: Session, filter: Filter) {
  for (let from = 0; ; from += BATCH) {
    const rows = await session.db
      .select()
      .from(applications)
      .where(conditionsOf(filter, session.today))
      .orderBy(asc(applications.appliedAt), asc(applications.id))
      .limit(BATCH)
      .offset(from)
    for (const row of await shown(session, rows))
      yield [
        ...[
          row.unionName,
          row.name,
          row.idNumber,
          row.mobile,
          row.employer,
          employmentForms[row.employmentForm],
          bases[row.basis],
        ],
        ...[
          channelNames[row.channel],
          row.appliedOn,
          row.dueOn,
          applicationStateNames[row.state],
          row.match && matchNames[row.match],
        ],
        ...[row.decidedOn, row.reason, row.number],
      ]
    if (rows.length < BATCH) return
  }
}
