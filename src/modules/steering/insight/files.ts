import { download, type Downloads } from '#platform/files'
import { writeSheet, type Column } from '#platform/sheets'
import type { Session } from '#platform/session'
import { cutNames, dimensionNames, type BreakdownInput } from './contract.ts'
import { valueName } from './rules.ts'
import { countsOf, overviewTally, unionAsked } from './usecases/figures.ts'
import { breakdown } from './usecases/parts.ts'

/** One figure a row, each with where it comes from: the union, the day, the rows and the condition it counts. */
export const files: Downloads = {
  'insight.export': download<BreakdownInput>({
    authority: 'members.exchange',
    title: ({ today }, { day = today }) => `会员统计 ${day}.xlsx`,
    write: async (session, input, out) => writeSheet(out, { title: '会员统计', columns, rows: await rowsOf(session, input) }),
  }),
}

const titles = ['工会', '分组方式', '分组', '指标', '分类', '人数', '截至日期', '取数口径']
const columns: Column[] = titles.map((title) => ({
  title,
  width: title === '取数口径' ? 48 : 20,
  kind: title === '人数' ? 'number' : title === '截至日期' ? 'day' : 'text',
}))

async function rowsOf(session: Session, input: BreakdownInput) {
  const { by, of, day = session.today } = input
  const { name, id } = await unionAsked(session, input)
  const whole = await overviewTally(session, id, day)
  const source = `${name}及其下级；会籍在 ${day} 存续；年龄按当日，其他档案项按现在的记录`
  const row = (group: string, figure: string, value: string, count: number) => [
    name,
    group === '合计' ? '' : cutNames[by],
    group,
    figure,
    value,
    count,
    day,
    `${source}${group === '合计' ? '' : `；${cutNames[by]}为“${group}”`}${value ? `；${figure}为“${value}”` : ''}`,
  ]
  const part = (group: string, members: number, counts: readonly { value: string; count: number }[]) => [
    row(group, '在会会员', '', members),
    ...(of ? counts.map(({ value, count }) => row(group, dimensionNames[of], valueName(of, value), count)) : []),
  ]
  const parts = await breakdown(session, input)
  return [
    ...part('合计', whole['standing.full'] ?? 0, of ? countsOf(whole, of) : []),
    ...parts.flatMap(({ key, name, members, counts }) =>
      part(name ?? (key === null ? '本级直属' : valueName(by, key)), members, counts),
    ),
  ]
}
