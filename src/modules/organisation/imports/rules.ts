import { refuse, type Verdict } from '#law/verdict'
import type { Counts, Found, ImportKind, ImportState } from './contract.ts'

/** Days after which an import is no longer taken back as a whole: by then records have been worked with. */
export const UNDO_DAYS = 30
const DAY = 86_400_000

/** The network itself is loaded by whoever approves changes of it; rosters by whoever keeps them. */
export const mayBegin = (kind: ImportKind, powers: readonly string[]): Verdict =>
  kind === 'unions' && !powers.includes('unions.approve')
    ? refuse('imports.network', '工会组织由有权批复组织变动的上级工会导入')
    : null

export const hasHeader = (found: readonly Found[]): Verdict =>
  found.some(({ header }) => header)
    ? null
    : refuse('imports.header', '没有认出表头。请保留一行写着“姓名”“身份证号”等栏目名的表头，或在下面指定各列')

export function mayCheck(state: ImportState, found: readonly Found[]): Verdict {
  if (state === 'done' || state === 'undone') return refuse('imports.over', '这次导入已经办完，请重新上传文件')
  const missing = found.flatMap((sheet) =>
    sheet.missing.map(({ reason }) => (found.length > 1 ? `工作表“${sheet.sheet}”：${reason}` : reason)),
  )
  return hasHeader(found) ?? (missing.length ? refuse('imports.missing', missing.join('；')) : null)
}

export function mayCommit(state: ImportState, counts: Counts | null): Verdict {
  if (state === 'done') return refuse('imports.done', '这份文件已经导入过了')
  if (state === 'undone') return refuse('imports.over', '这次导入已经撤销，请重新上传文件')
  if (state !== 'checked' || !counts) return refuse('imports.unchecked', '请先核对，看过结果再导入')
  return counts.fresh + counts.update ? null : refuse('imports.nothing', '没有可以导入的行：要么都要修改，要么都已在册')
}

export function mayUndo(state: ImportState, doneAt: Date | null, now: Date): Verdict {
  if (state === 'undone') return refuse('imports.undone', '这次导入已经撤销过了')
  if (state !== 'done' || !doneAt) return refuse('imports.notDone', '还没有导入，不需要撤销')
  return now.getTime() - doneAt.getTime() <= UNDO_DAYS * DAY
    ? null
    : refuse('imports.late', `导入已超过 ${UNDO_DAYS} 天，不能整批撤销，请逐条更正`)
}
