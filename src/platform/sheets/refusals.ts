import { refuse } from '#law/verdict'
import { Refused } from '#platform/session'

/** How much a workbook may hold before it is refused; sizes in bytes. */
export type Limits = { fileBytes: number; unpackedBytes: number; rows: number; cells: number; merges: number }

/** Enough for 300,000 people in one workbook; an upload beyond it is asked for in parts. */
export const defaultLimits: Limits = {
  fileBytes: 128 * 2 ** 20,
  unpackedBytes: 1024 * 2 ** 20,
  rows: 300_000,
  cells: 12_000_000,
  merges: 200_000,
}

const reasons = {
  empty: '这个文件是空的（0 字节），请检查后重新上传',
  large: '文件太大，请拆成几个文件分别导入',
  bomb: '文件解开后大得不正常，为安全起见没有读取。请用 Excel 或 WPS 打开，只复制需要的内容到新工作簿后再导入',
  rows: '行数太多，请拆成几个文件分别导入',
  cells: '单元格太多，请删去用不到的行和列，或拆成几个文件分别导入',
  old: '这是旧版 Excel（.xls）或 WPS 表格（.et）文件。请用 Excel 或 WPS 打开，“另存为”选“Excel 工作簿（.xlsx）”后再导入',
  encrypted: '这个文件设了打开密码。请打开后去掉密码（文件 → 信息 → 保护工作簿 → 用密码进行加密，清空密码），保存后再导入',
  binary: '这是二进制工作簿（.xlsb）。请“另存为”选“Excel 工作簿（.xlsx）”后再导入',
  ods: '这是 OpenDocument 表格（.ods）。请“另存为”选“Excel 工作簿（.xlsx）”后再导入',
  web: '这其实是网页文件，只是名字像 Excel（有些系统导出的就是这样）。请用 Excel 或 WPS 打开，“另存为”选“Excel 工作簿（.xlsx）”后再导入',
  foreign: '这不是 Excel 工作簿。请上传 .xlsx 或 .csv 文件',
  corrupt: '文件已损坏或没有传完整。请在 Excel 或 WPS 里打开看是否正常，另存一份后重新上传',
} as const

export type Unreadable = keyof typeof reasons

/** A refusal with the way out in the reader's words; its code is `sheets.<why>`. */
export function unreadable(why: Unreadable, detail?: string): Refused {
  return new Refused(refuse(`sheets.${why}`, detail ? `${reasons[why]}（${detail}）` : reasons[why]))
}
