import { refuse, type Verdict } from '#law/verdict'
import type { Theme } from '../contract.ts'

const theme = (heading: Theme['heading'], key: string, title: string): Theme => ({ key, title, heading, isUsed: true })

/** The catalogue that comes with the software; any superior may make its own of it, on record. */
export const themesGiven: readonly Theme[] = [
  theme('situation', 'mood', '思想动态与队伍稳定'),
  theme('situation', 'needs', '职工需求与期盼'),
  theme('situation', 'newForms', '新就业形态劳动者'),
  theme('masses', 'contests', '劳动竞赛与技能'),
  theme('masses', 'culture', '文化体育活动'),
  theme('rights', 'wages', '工资与工时'),
  theme('rights', 'safety', '劳动安全卫生'),
  theme('rights', 'women', '女职工权益'),
  theme('rights', 'hardship', '困难职工'),
  theme('relations', 'disputes', '劳动争议苗头'),
  theme('relations', 'bargaining', '集体协商与合同'),
  theme('tasks', 'building', '建会入会'),
  theme('tasks', 'election', '换届与五委'),
  theme('tasks', 'congress', '职代会与厂务公开'),
]

/** A key that visits were recorded under may be put out of use, never dropped: its name would be lost with it. */
export function maySetThemes(before: readonly Theme[], after: readonly Theme[]): Verdict {
  const keys = after.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return refuse('visits.themes', '两个主题用了同一个编码')
  const gone = before.find(({ key }) => !keys.includes(key))
  if (gone) return refuse('visits.themes', `“${gone.title}”用过就不能删，可以停用`)
  return after.some(({ isUsed }) => isUsed) ? null : refuse('visits.themes', '至少要留一个在用的主题')
}
