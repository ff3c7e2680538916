import type { Contest, Plan } from './plan.ts'
import { assemblyNames, type ElectionKind, electionKindNames, tieBreakNames, wayNames } from './names.ts'

/** A paper in official layout: title, number, addressee, paragraphs, tables, signature. */
export type Paper = {
  code: string
  title: string
  number?: string | undefined
  to?: string | undefined
  paragraphs: readonly string[]
  table?: { head: readonly string[]; rows: readonly (readonly (string | number)[])[] } | undefined
  from: string
  day: string
}

export type Case = {
  kind: ElectionKind
  unionName: string
  unitName: string
  superiorName: string
  members: number
  plan: Plan
  contests: readonly (Contest & {
    candidates: readonly { name: string; sex: string | null; unitName: string | null; job: string | null }[]
  })[]
  today: string
  termEndsOn?: string | null | undefined
}

export const inChinese = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}
export const meeting = ({ plan, unionName }: Case) => `${unionName}第 ${plan.termNumber} 届${assemblyNames[plan.assembly]}`
const seatsIn = ({ contests }: Case) =>
  contests.map(({ title, seats, candidatesWanted }) => `${title} ${seats} 人（候选人 ${candidatesWanted} 人）`).join('，')
export const signed = ({ unionName, today }: Case) => ({ from: unionName, day: inChinese(today) })

/** DOC-10: the request before the election. */
export const requestPaper = (one: Case): Paper => ({
  ...{
    code: 'DOC-10',
    title: `关于召开${assemblyNames[one.plan.assembly]}进行${electionKindNames[one.kind]}的请示`,
    to: one.superiorName,
  },
  paragraphs: [
    `${one.unionName}现有会员 ${one.members} 人${one.termEndsOn ? `，本届委员会 ${inChinese(one.termEndsOn)}届满` : ''}。${one.plan.note || `拟依法进行${electionKindNames[one.kind]}。`}`,
    `拟于 ${one.plan.meetingOn ? inChinese(one.plan.meetingOn) : '（待定）'}召开${meeting(one)}，地点${one.plan.place || '（待定）'}。`,
    `拟选举：${seatsIn(one)}。每届任期 ${one.plan.termYears} 年。`,
    '妥否，请批示。附：选举工作方案、选举办法（草案）。',
  ],
  ...signed(one),
})

/** DOC-11, first part: the work plan. */
export const planPaper = (one: Case): Paper => ({
  ...{ code: 'DOC-11', title: `${one.unionName}${electionKindNames[one.kind]}工作方案`, to: undefined },
  paragraphs: [
    '一、依据：《中华人民共和国工会法》《中国工会章程》《工会基层组织选举工作条例》。',
    `二、组织领导：选举工作在${one.plan.lead || '上一级工会'}和上一级工会领导下进行。`,
    `三、名额：${seatsIn(one)}。`,
    '四、选民：全体会员有选举权、被选举权和表决权，保留会籍的除外；名册公布、受理意见后定稿。',
    '五、候选人：由分会、小组推荐，按多数意见提出建议名单，报同级党组织和上一级工会审查，按姓氏笔画公示。',
    `六、大会：${one.plan.meetingOn ? inChinese(one.plan.meetingOn) : '时间另定'}召开${assemblyNames[one.plan.assembly]}，实到人数达到应到会人数三分之二方可选举。`,
    '七、结果：当场宣布，报上一级工会批准。',
  ],
  ...signed(one),
})

/** DOC-11, second part: the election rules, each figure from the plan and the law. */
export const rulesPaper = (one: Case): Paper => ({
  ...{ code: 'DOC-11', title: `${meeting(one)}选举办法（草案）`, to: undefined },
  paragraphs: [
    `第一条　本次大会选举：${one.contests.map(({ title, seats }) => `${title} ${seats} 名`).join('，')}。`,
    '第二条　选举采用无记名投票。不得委托他人投票。',
    `第三条　委员实行差额选举，候选人按姓氏笔画排列。投票方式：${one.plan.ways.map((way) => wayNames[way]).join('、')}。`,
    '第四条　实到会人数达到应到会人数的三分之二，方可进行选举。',
    '第五条　对候选人可以赞成、不赞成或者弃权；不赞成的可以另选他人，另选人数不超过不赞成的人数。',
    '第六条　收回的选票等于或者少于发出的，选举有效；多于发出的，选举无效，重新选举。所选人数等于或者少于应选人数的选票有效，多于的无效。',
    '第七条　候选人获得应到会人数过半数的赞成票始得当选。过半数的人数多于名额的，得票多的当选。',
    `第八条　票数相等不能确定当选人的：${tieBreakNames[one.plan.tieBreak]}。当选人数少于名额的，另行选举，或者经大会过半数同意减少名额。`,
    '第九条　大会设总监票人、监票人，由不是候选人的会员（代表）担任，经大会表决通过；计票由两名计票人各计一遍。',
    '第十条　计票完毕当场宣布结果。本办法经大会通过后生效。',
  ],
  ...signed(one),
})

const tableOfCandidates = ({ contests }: Case) => ({
  head: ['项目', '姓名', '性别', '所在分会（小组）', '岗位'],
  rows: contests.flatMap(({ title, candidates }) =>
    candidates.map(({ name, sex, unitName, job }) => [
      title,
      name,
      sex === 'female' ? '女' : sex === 'male' ? '男' : '',
      unitName ?? '',
      job ?? '',
    ]),
  ),
})

/** DOC-12, first part: the candidates proposed, to the superior. */
export const proposalPaper = (one: Case): Paper => ({
  ...{ code: 'DOC-12', title: `关于${electionKindNames[one.kind]}候选人建议人选的请示`, to: one.superiorName },
  paragraphs: [
    `经分会、小组推荐，按多数意见并经审查，提出${one.unionName}${electionKindNames[one.kind]}候选人建议人选如下（按姓氏笔画为序），本人均已同意。`,
    `${one.contests.map(({ title, seats, candidates }) => `${title}应选 ${seats} 名，候选人 ${candidates.length} 名`).join('；')}。`,
    '妥否，请批示。',
  ],
  table: tableOfCandidates(one),
  ...signed(one),
})

/** DOC-12, second part: the public notice of candidates, in order of strokes as given. */
export const noticePaper = (one: Case, until: string): Paper => ({
  ...{ code: 'DOC-12', title: '候选人公示', to: undefined },
  paragraphs: [
    `经分会、小组推荐和审查，${one.unionName}${electionKindNames[one.kind]}候选人名单公示如下（按姓氏笔画为序）。公示到 ${inChinese(until)}。对候选人有意见的，请在公示期内向工会或者上一级工会（${one.superiorName}）反映，反映人的情况保密。`,
  ],
  table: tableOfCandidates(one),
  ...signed(one),
})
