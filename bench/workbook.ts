import { createWriteStream } from 'node:fs'
import { idCheckCharacter } from '#kit/identifiers'
import { writeSheet } from '#platform/sheets'
import { chance } from '../src/apps/demo/chance.ts'
import { personOf } from '../src/apps/demo/people.ts'

const titles = [
  '序号',
  '姓名',
  '性别',
  '身份证号码',
  '联系电话',
  '工作单位',
  '学历',
  '用工性质',
  '户口性质',
  '入会时间',
  '工会名称',
]
const says: Record<string, string> = {
  junior: '初中',
  senior: '高中',
  vocational: '技校',
  college: '大学专科',
  bachelor: '本科',
  master: '研究生',
  contract: '合同工',
  dispatch: '派遣',
  newForm: '灵活就业',
  flexible: '灵活就业',
  rural: '农村',
  urban: '城镇',
}

/** A roster as offices have it: usual words instead of ours, spaces in numbers, full-width digits, days written in four ways. */
export async function writeRoster(file: string, count: number, unions: readonly string[]) {
  await writeSheet(createWriteStream(file), {
    title: '花名册',
    columns: titles.map((title) => ({ title })),
    rows: rows(count, unions),
  })
}

function* rows(count: number, unions: readonly string[]) {
  const by = chance(count)
  for (let n = 0; n < count; n++) {
    const { name, sex, birthOn, mobile, education, employmentForm, household } = personOf(by, n)
    // An area that the reference federation does not draw from, so that nobody is on file already.
    const body = `33011${n % 10}${birthOn.replaceAll('-', '')}${String(((Math.floor(n / 10) * 2) % 1000) + (sex === 'male' ? 1 : 0)).padStart(3, '0')}`
    const number = body + idCheckCharacter(body)
    const [year, month, date] = [by.whole(2012, 2025), by.whole(1, 12), by.whole(1, 28)]
    const days = [
      `${year}-${month}-${date}`,
      `${year}.${month}.${date}`,
      `${year}年${month}月${date}日`,
      `${year}/${month}/${date}`,
    ]
    yield [
      n + 1,
      n % 7 ? name : ` ${name} `,
      sex === 'male' ? '男' : '女',
      n % 5 ? number : number.replace(/^(.{6})(.{8})/, '$1 $2 '),
      n % 11 ? mobile : mobile.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      '恒达机械有限公司',
      says[education],
      says[employmentForm],
      says[household],
      days[n % 4],
      unions[n % unions.length],
    ]
  }
}
