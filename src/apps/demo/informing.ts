import { type Calls, named, type Planted } from './calls.ts'

type Saving = Parameters<ReturnType<Calls['at']>['information']['save']>[0]
const everybody = { depth: 'all', kinds: [], unionIds: [], superiorId: null, reason: '' } satisfies Saving['audience']

/** Work information of the last weeks: some read at once, some late, one corrected, answers, a report upward, one that waits for a second person. */
export async function informing(calls: Calls, unions: readonly Planted[]) {
  const [district, town] = [named(unions, '永安区总工会'), named(unions, '永丰镇总工会')]
  const readers = unions.filter(
    ({ id, path, place }) => id !== district.id && path.length <= 12 && !['branch', 'group'].includes(place.kind),
  )
  const publish = async (from: Planted, daysAgo: number, facts: Omit<Saving, 'audience'> & { audience?: Saving['audience'] }) => {
    const { information } = calls.at(from, daysAgo, undefined, 'organisationOfficer')
    const { id } = await information.save({ audience: everybody, ...facts })
    await information.submit({ id })
    return id
  }
  const letter = await publish(district, 21, {
    kind: 'document',
    way: 'down',
    number: '永工发〔2026〕18号',
    title: '关于做好年底前基层工会换届工作的通知',
    body: '今年年底前任期届满的基层工会，应当在任期届满前三十日向上一级工会报送换届请示。\n确需延期的，延期时间一般不超过半年。\n请各镇街、行业工会汇总本辖区情况。',
    replyBy: calls.day(-9),
  })
  for (const [n, union] of readers.slice(0, 14).entries()) {
    if (n % 5 === 4) continue
    await calls.at(union, 21 - (n % 4 === 3 ? 4 : 0.2 + (n % 7) / 10), undefined, 'chair').information.open({ id: letter })
  }
  await answer(calls, town, letter)
  await calls.at(district, 12, undefined, 'organisationOfficer').information.correct({
    id: letter,
    title: '关于做好年底前基层工会换届工作的通知',
    body: '今年年底前任期届满的基层工会，应当在任期届满前六十日向上一级工会报送换届请示。\n确需延期的，延期时间一般不超过半年。\n请各镇街、行业工会汇总本辖区情况。',
    why: '报送换届请示的时间由三十日改为六十日',
  })
  await publish(town, 6, {
    kind: 'notice',
    way: 'down',
    title: '关于召开永丰镇工会工作例会的通知',
    body: '定于本周五下午两点在镇政府三楼会议室召开例会，请各工会主席参加，不能参加的请委托一名委员。',
  })
  const hengda = unions.find(({ path, place }) => path.startsWith(town.path) && place.name.startsWith('恒达机械'))!
  const report = await publish(hengda, 4, {
    kind: 'report',
    way: 'up',
    title: '二车间夜班饮食问题解决情况报告',
    body: '夜班没有热饭的问题，经与行政协商，已在二车间加装微波炉三台，食堂每晚零点供应热餐。',
  })
  await calls.at(town, 3, undefined, 'viceChair').information.open({ id: report })
  const chair = calls.at(district, 2, undefined, 'chair')
  await chair.information.set({ needsApproval: true, reason: '对外发文由两人把关' })
  await publish(district, 1, {
    kind: 'notice',
    way: 'down',
    title: '关于开展冬季送温暖摸底的通知',
    body: '请各工会摸清本单位困难职工的变化情况，一户一档，不重复填表：平台里已有的不用再报。',
    replyBy: calls.day(-20),
  })
}

async function answer(calls: Calls, town: Planted, id: string) {
  const own = calls.at(town, 15, undefined, 'viceChair').information
  const { recipientId } = await own.get({ id })
  if (recipientId) await own.reply({ id, recipientId, body: '永丰镇今年到期的有两家，已列入计划，换届请示下月报送。' })
}
