import { download, type Downloads } from '#platform/files'
import { writeSheet, type Column } from '#platform/sheets'
import type { Search } from './contract.ts'
import { areaOf, areas, levelNames, sayFigure, scopeName } from './rules.ts'
import { matching } from './usecases/library.ts'

const titles = ['编号', '类别', '内容', '数值', '依据', '适用地区', '施行日期', '效力', '核对', '有关期限']
const columns: Column[] = titles.map((title) => ({
  title,
  width: title === '内容' ? 60 : title === '依据' ? 36 : 14,
  kind: title === '施行日期' ? 'day' : 'text',
}))

/** The rules found, as they hold today where one stands, one a row. */
export const downloads: Downloads = {
  'rulebook.export': download<Search>({
    authority: 'unions.view',
    title: ({ today }) => `法规库 ${today}.xlsx`,
    write: async (session, asked, out) => {
      const rows = (await matching(session, asked)).map((row) => [
        ...[row.id, areas[areaOf(row.id)], row.says, sayFigure(row), row.cite, scopeName(row.scope), row.from],
        ...[levelNames[row.level], row.verified ? '已核对' : '待核对', row.clocks.join('、')],
      ])
      await writeSheet(out, { title: '法规库', columns, rows })
    },
  }),
}
