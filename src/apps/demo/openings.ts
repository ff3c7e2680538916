import { type Calls, named, type Planted } from './calls.ts'

const asked = {
  ...{ politics: '党员，政治审查合格', management: '做过三年车间班组长', profession: '有社会工作者证书，参加过集体协商' },
  ...{ trust: '所在班组推荐，工友有事愿意找他', hasTheory: true, hasPractice: true, workersAsked: 20, workersFor: 18 },
  ...{ superiorAgrees: true, superiorOpinion: '镇总工会同意作为人选' },
}

/** Posts to be filled in every state: one filled with its record, one on public notice, one announced, one prepared. */
export async function openPosts(calls: Calls, unions: readonly Planted[]) {
  const [district, town] = [named(unions, '永安区总工会'), named(unions, '永丰镇总工会')]
  const factory = named(unions, '恒达机械有限公司工会委员会')
  const hire = async (union: Planted, ago: number, facts: object) =>
    calls.at(union, ago).openings.save({
      ...{ unionId: union.id, title: '社会化工会工作者', way: 'recruitment', seats: 1, fullTime: true },
      duties: ['走访企业，指导建会和发展会员', '受理职工诉求，协助调解'],
      profile: '拥护党的领导，熟悉劳动法律法规，会做群众工作，有相关工作经历的优先。',
      ...{ vacantSince: calls.day(ago + 20), applyUntil: calls.day(ago - 14) },
      ...facts,
    })
  const found = async (union: Planted, openingId: string, ago: number, personName: string) => {
    const at = calls.at(union, ago)
    const candidate = await at.openings.addCandidate({
      ...{ openingId, memberId: null, personName, came: 'applied', statement: '做过五年社区工作，持有社会工作者证书' },
    })
    await at.openings.assess({ ...candidate, ...asked })
    return candidate
  }
  const decide = (candidate: { id: string }, ago: number) => ({
    ...{ ...candidate, decidedBy: '区总工会党组会议', decidedOn: calls.day(ago), noticeUntil: calls.day(ago - 7) },
    vote: { entitled: 9, present: 8, inFavour: 8, against: 0 },
  })
  const done = await hire(district, 90, { title: '工会法律服务专员' })
  await calls.at(district, 89).openings.announce(done)
  const first = await found(district, done.id, 80, '周明远')
  const chosen = await calls.at(district, 70).openings.choose(decide(first, 70))
  const start = { startsOn: calls.day(60), basis: '聘用合同 2026-12', objections: '公示期没有意见' }
  await calls.at(district, 60).openings.start({ ...chosen, ...start })
  const shown = await hire(town, 30, {})
  await calls.at(town, 29).openings.announce(shown)
  const second = await found(town, shown.id, 20, '陈静怡')
  await found(town, shown.id, 19, '马晓东')
  await calls.at(town, 3).openings.choose({ ...decide(second, 3), decidedBy: '镇总工会委员会会议' })
  const open = await hire(factory, 5, { title: '组织干事', kind: 'organisationOfficer', way: 'competition', fullTime: false })
  await calls.at(factory, 4).openings.announce(open)
  const [worker] = (await calls.at(factory, 2).members.list({ size: 1, status: ['member'] })).rows
  const known = { memberId: worker!.id, personName: worker!.name, came: 'recommended' } as const
  const said = '在总装车间八年，组织过两届技能比赛'
  await calls.at(factory, 2).openings.addCandidate({ openingId: open.id, ...known, statement: said })
  await hire(district, 2, { title: '职工服务中心主任助理', way: 'recommendation' })
}
