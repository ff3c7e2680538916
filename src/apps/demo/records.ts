import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { admitMany } from '#modules/organisation/members'
import { within } from '#platform/db'
import { keepUpload } from '#platform/files'
import type { Session } from '#platform/session'
import { writeSheet } from '#platform/sheets'
import { chance } from './chance.ts'
import { type Calls, type House, named, type Planted } from './calls.ts'
import { personOf } from './people.ts'
import { here } from './place.ts'

/** Two records that look like one person: a roster without identity numbers came after the first. */
export async function duplicate(session: Session, unions: readonly Planted[]) {
  const { id: unionId } = named(unions, '锦绣服饰有限公司工会委员会')
  const person = { name: '沈春燕', sex: 'female', birthOn: '1988-04-19', mobile: '13957100421', unionId } as const
  const work = { employer: '锦绣服饰有限公司', employmentForm: 'contract' } as const
  await admitMany(session, [{ ...person, ...work, joinedOn: '2016-05-12', job: '缝纫工' }])
  await admitMany(session, [{ ...person, ...work, mobile: null, joinedOn: null, job: '车工' }])
}

/** What workers asked to have put right: two wait, one was accepted, one refused with a reason. */
export async function askCorrections(calls: Calls, unions: readonly Planted[]) {
  const wanted = [
    { job: '班组长' },
    { education: 'bachelor' },
    { mobile: '13857100933' },
    { employer: '恒达机械（集团）有限公司' },
  ] as const
  const group = named(unions, '一车间甲班工会小组')
  const factory = named(unions, '恒达机械有限公司工会委员会')
  for (const [n, change] of wanted.entries()) {
    const person = group.people[6 + n]!
    const asked = await calls.self(person, 9 - n).members.requestCorrection({ wanted: change, note: '手机上看到资料不对' })
    const answer = { id: asked.id, isAccepted: n === 2, reason: n === 2 ? '已与本人通话核对' : '营业执照上的名称没有变' }
    if (n >= 2) await calls.at(factory, 4).members.decideCorrection(answer)
  }
}

const heading = ['序号', '姓 名', '身份证号', '联系电话', '性别', '学历', '岗位', '入会时间']

/** A roster as a unit hands it in, imported: most rows are good, two must be mended. */
export async function importRoster(house: House, calls: Calls, unions: readonly Planted[], account: string) {
  const by = chance(20_260_407)
  const union = named(unions, '明辉电器有限公司工会委员会')
  const rows = Array.from({ length: 24 }, (_, n) => {
    const { name, idNumber, mobile, sex } = personOf(by, 900_000 + n)
    const isBad = n === 7 || n === 19
    const number = isBad ? `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}` : idNumber
    return [String(n + 1), name, number, mobile, sex === 'male' ? '男' : '女', '高中', '装配工', '2025.6.1']
  })
  const out = new PassThrough()
  const bytes = buffer(out)
  await writeSheet(out, { title: '花名册', columns: heading.map((title) => ({ title, kind: 'text' })), rows })
  const { pool, region } = house
  const upload = await within(pool, { region, role: 'self', lo: '', hi: '', account }, async (db) => {
    const session: Session = {
      db,
      region,
      place: here,
      now: new Date(),
      today: calls.today,
      line: {},
      user: { account, powers: [] },
    }
    return keepUpload(session, '明辉电器花名册（新）.xlsx', await bytes)
  })
  const { imports } = calls.at(union, 2, account)
  const { id } = await imports.begin({ upload: upload.id, kind: 'members', unionId: union.id })
  await imports.check({ id })
  await imports.commit({ id })
}
