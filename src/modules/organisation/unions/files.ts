import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import type { Listing } from './contract.ts'
import { chairModeNames, unionKindNames, unionStateNames, unitTypeNames } from './rules/names.ts'
import { list } from './usecases/list.ts'

type Row = Awaited<ReturnType<typeof list>>['rows'][number]
const yes = (flag: boolean | null) => (flag === null ? null : flag ? '有' : '无')

const columns: readonly (Column & { of: (row: Row) => Written })[] = [
  { title: '名称', width: 40, of: ({ name }) => name },
  { title: '上级', width: 30, of: ({ above }) => above },
  { title: '类型', width: 20, of: ({ kind }) => unionKindNames[kind] },
  { title: '单位性质', of: ({ unitType }) => unitTypeNames[unitType] },
  { title: '状态', of: ({ state }) => unionStateNames[state] },
  { title: '会员', kind: 'number', of: ({ members }) => members },
  { title: '编号', of: ({ code }) => code },
  { title: '统一社会信用代码', width: 24, of: ({ creditCode }) => creditCode },
  { title: '所在单位', width: 30, of: ({ unitName }) => unitName },
  { title: '单位统一社会信用代码', width: 24, of: ({ unitCreditCode }) => unitCreditCode },
  { title: '所有制', of: ({ ownership }) => ownership },
  { title: '行业', of: ({ sector }) => sector },
  { title: '所在地', of: ({ place }) => place },
  { title: '地址', width: 36, of: ({ address }) => address },
  { title: '职工人数', kind: 'number', of: ({ staffCount }) => staffCount },
  { title: '公章', of: ({ hasSeal }) => yes(hasSeal) },
  { title: '挂牌', of: ({ hasPlate }) => yes(hasPlate) },
  { title: '独立账户', of: ({ hasAccount }) => yes(hasAccount) },
  { title: '法人资格证书', of: ({ hasCertificate }) => yes(hasCertificate) },
  { title: '证书有效期至', kind: 'day', of: ({ certificateUntil }) => certificateUntil },
  { title: '主席产生方式', width: 22, of: ({ chairMode }) => chairMode && chairModeNames[chairMode] },
  { title: '独立办公机构', of: ({ hasOwnOffice }) => yes(hasOwnOffice) },
  { title: '专职岗位', kind: 'number', of: ({ fullTimePosts }) => fullTimePosts },
  { title: '兼职岗位', kind: 'number', of: ({ partTimePosts }) => partTimePosts },
  { title: '成立日期', kind: 'day', of: ({ foundedOn }) => foundedOn },
]

export const downloads: Downloads = {
  'unions.export': download<Listing>({
    authority: 'members.exchange',
    title: ({ today }) => `工会名单 ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '工会名单', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Listing) {
  for await (const row of everyRow(session, list, input)) yield columns.map(({ of }) => of(row))
}
