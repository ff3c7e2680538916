import { chance } from './chance.ts'
import { type Calls, named, type Planted } from './calls.ts'

/** How many enterprises are on the list (百强企业). */
const LISTED = 100
const notes = [
  '看车间、问工资集体协商进度',
  '指导换届筹备，核对选举办法',
  '听取职代会准备情况，补两项公开内容',
  '与行政方谈职工之家场地',
]

/** The hundred largest employers of the district: each with its processes, most with an instructor, some visited. */
export async function instructKeys(calls: Calls, unions: readonly Planted[]) {
  const by = chance(20_260_404)
  const district = named(unions, '永安区总工会')
  const api = calls.at(district, 200).employers
  const largest = (await api.list({ size: LISTED })).rows
  for (const { id } of largest) await api.markKey({ employerId: id, isKey: true })
  const instructors = district.people.slice(5, 17)
  const founded = new Set(largest.filter(({ stage }) => stage === 'founded').map(({ id }) => id))
  for (const { id, employerId, version } of (await api.keys({ size: LISTED })).rows) {
    let at = version
    const hasUnion = founded.has(employerId)
    if (by.yes(0.88)) {
      const { id: personId, name: personName } = by.pick(instructors)
      await api.instruct({ id, version: at++, personId, personName })
    }
    const founding = hasUnion ? 'done' : by.yes(0.4) ? 'underway' : null
    if (founding) await api.proceed({ id, version: at++, process: 'founding', to: founding })
    if (hasUnion && by.yes(0.6))
      await api.proceed({ id, version: at++, process: 'election', to: by.yes(0.6) ? 'done' : 'underway' })
    if (hasUnion && by.yes(0.5))
      await api.proceed({ id, version: at++, process: 'congress', to: by.yes(0.5) ? 'done' : 'underway' })
    if (!by.yes(0.6)) continue
    const ago = by.whole(3, 180)
    const seen = { kind: by.yes(0.8) ? 'visit' : 'advice', process: null, onDay: calls.day(ago), note: by.pick(notes) } as const
    await calls.at(district, ago).employers.visit({ id, ...seen })
  }
}
