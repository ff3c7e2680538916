import { download, type Downloads } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet } from '#platform/sheets'
import type { Export } from './contract.ts'
import {
  educations,
  employmentForms,
  households,
  memberStatusNames,
  newForms,
  politicals,
  problemNames,
  sexes,
  skillLevels,
  tags,
} from './contract/words.ts'
import { exported } from './usecases/exporting.ts'

type Exported = ReturnType<typeof exported> extends AsyncGenerator<infer Row> ? Row : never
type Out = Column & { of: (row: Exported) => string | number | null | undefined }

const word = (words: Record<string, string>, key: string | null) => (key === null ? null : (words[key] ?? key))
const columns: readonly Out[] = [
  { title: '所在工会', width: 36, of: ({ unionName }) => unionName },
  { title: '姓名', of: ({ name }) => name },
  { title: '会籍', of: ({ status }) => memberStatusNames[status] },
  { title: '会员证号', of: ({ number }) => number },
  { title: '性别', of: ({ sex }) => word(sexes, sex) },
  { title: '年龄', kind: 'number', of: ({ age }) => age },
  { title: '证件号码', width: 22, of: ({ idNumber }) => idNumber },
  { title: '手机号', of: ({ mobile }) => mobile },
  { title: '民族', of: ({ ethnicity }) => ethnicity },
  { title: '政治面貌', of: ({ political }) => word(politicals, political) },
  { title: '文化程度', of: ({ education }) => word(educations, education) },
  { title: '户口类型', of: ({ household }) => word(households, household) },
  { title: '工作单位', width: 30, of: ({ employer }) => employer },
  { title: '岗位（职务）', of: ({ job }) => job },
  { title: '技能等级', of: ({ skillLevel }) => word(skillLevels, skillLevel) },
  { title: '用工形式', of: ({ employmentForm }) => word(employmentForms, employmentForm) },
  { title: '新就业形态类别', of: ({ newForm }) => word(newForms, newForm) },
  { title: '标签', of: (row) => row.tags.map((code) => tags[code].name).join('、') },
  { title: '入会日期', kind: 'day', of: ({ joinedOn }) => joinedOn },
  { title: '上次核对', kind: 'day', of: ({ checkedOn }) => checkedOn },
  { title: '档案问题', width: 30, of: ({ problems }) => problems.map((code) => problemNames[code]).join('、') },
]

export const downloads: Downloads = {
  'members.export': download<Export>({
    authority: 'members.exchange',
    title: ({ today }, { isClear }) => `会员名册${isClear ? '（含完整号码）' : ''} ${today}.xlsx`,
    write: (session, input, out) => writeSheet(out, { title: '会员名册', columns, rows: rowsOf(session, input) }),
  }),
}

async function* rowsOf(session: Session, input: Export) {
  for await (const row of exported(session, input)) yield columns.map(({ of }) => of(row))
}
