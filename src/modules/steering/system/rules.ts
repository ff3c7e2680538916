import { provinceOf } from '#kit/regions'
import { refuse, type Verdict } from '#law/verdict'

/** A division code of GB/T 2260, or nothing said. */
export function mayBeAt(division: string | null | undefined): Verdict {
  if (!division) return null
  return /^\d{6}$/.test(division) && Number(division[0]) <= 8 && provinceOf(division)
    ? null
    : refuse('system.division', '行政区划代码是六位数字，前两位是省份，如杭州市上城区 330102')
}

/** Where the region is concerns every union of it. */
export const mayLocate = ({ path }: { path: string }): Verdict =>
  path.length > 4 ? refuse('system.top', '所在地区由本地区最上级工会的系统管理员填写') : null
