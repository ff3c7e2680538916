import { assemblyNames, contestPostNames, electionKindNames, officerRoleNames, type OfficerRole } from './names.ts'
import { type Case, inChinese, meeting, type Paper, signed } from './papers.ts'

type Person = { name: string; sex: string | null; isFrontLine: boolean; isModel: boolean; isManager: boolean }
const share = (part: number, all: number) => (all ? `${part} 人，占 ${Math.round((part * 1000) / all) / 10}%` : `${part} 人`)

const made = (people: readonly Person[]) => {
  const has = (is: (one: Person) => boolean) => share(people.filter(is).length, people.length)
  return `女 ${has(({ sex }) => sex === 'female')}；一线职工 ${has((one) => one.isFrontLine)}；劳模（先进）${has((one) => one.isModel)}；中层正职以上 ${has((one) => one.isManager)}`
}

/** DOC-13, first part: the seats of deputies or delegates, unit by unit. */
export const allocationPaper = (one: Case): Paper => {
  const post = contestPostNames[one.kind === 'deputies' ? 'deputy' : 'delegate']
  const seats = one.contests.reduce((sum, { seats: n }) => sum + n, 0)
  return {
    ...{ code: 'DOC-13', title: `${one.unionName}${post}名额分配方案`, to: undefined },
    paragraphs: [
      `一、名额：${post}共 ${seats} 名，按各选举单位人数分配，每个单位至少一名。`,
      '二、条件：遵守法律和章程，密切联系职工，能反映职工意见。以一线职工为主，中层正职以上管理人员一般不超过百分之二十；女职工、青年、劳模（先进）有适当比例。',
      '三、产生：由选举单位召开会议，到会人数达到三分之二，无记名投票，获得本单位全体过半数赞成的当选；实行差额。',
    ],
    table: {
      head: ['选举单位', '应选名额', '候选人数'],
      rows: [
        ...one.contests.map(({ unitName, title, seats: n, candidatesWanted }) => [unitName ?? title, n, candidatesWanted]),
        ['合计', seats, one.contests.reduce((sum, { candidatesWanted: n }) => sum + n, 0)],
      ],
    },
    ...signed(one),
  }
}

/** DOC-13, second part: whether those elected may sit, and what they are. */
export const qualificationPaper = (
  one: Case,
  units: readonly { unitName: string; seats: number; elected: readonly Person[]; found: readonly string[] }[],
): Paper => {
  const post = contestPostNames[one.kind === 'deputies' ? 'deputy' : 'delegate']
  const all = units.flatMap(({ elected }) => elected)
  const found = units.flatMap((unit) => unit.found)
  return {
    ...{ code: 'DOC-13', title: `${post}资格审查报告`, to: undefined },
    paragraphs: [
      `${one.unionName}应选${post} ${units.reduce((sum, { seats }) => sum + seats, 0)} 名，实选 ${all.length} 名。`,
      `构成：${made(all)}。`,
      ...(found.length
        ? [`审查中发现：${found.join('；')}。`]
        : ['审查：各选举单位的到会人数、得票和程序都符合规定，当选人资格有效。']),
    ],
    table: {
      head: ['选举单位', '应选', '实选', post],
      rows: units.map(({ unitName, seats, elected }) => [
        unitName,
        seats,
        elected.length,
        elected.map(({ name }) => name).join('、'),
      ]),
    },
    ...signed(one),
  }
}

const blank = '　　　　　　'
/** DOC-17: the three reports to the assembly (ELEC-35), begun with what the records hold. */
export const reportPapers = (one: Case, { women, turnout }: { women: number; turnout: string }): Paper[] => [
  {
    ...{ code: 'DOC-17', title: `${one.unionName}工作报告`, to: `各位${one.plan.assembly === 'congress' ? '代表' : '会员'}` },
    paragraphs: [
      `我代表${one.unionName}委员会，向${assemblyNames[one.plan.assembly]}报告工作，请审议。`,
      `一、基本情况：现有会员 ${one.members} 人，其中女会员 ${women} 人。${one.termEndsOn ? `本届委员会任期到 ${inChinese(one.termEndsOn)}。` : ''}`,
      `二、组织建设和民主管理：召开会员（代表）大会${blank}次，职工代表大会${blank}次；${turnout}`,
      `三、维护职工权益：签订集体合同${blank}，调解劳动争议${blank}件，答复职工诉求${blank}件。`,
      `四、服务职工：帮扶困难职工${blank}人次，走访慰问${blank}人次。`,
      '五、存在的问题和下一步打算：',
    ],
    ...signed(one),
  },
  {
    ...{
      code: 'DOC-17',
      title: `${one.unionName}经费收支情况报告`,
      to: `各位${one.plan.assembly === 'congress' ? '代表' : '会员'}`,
    },
    paragraphs: [
      '一、收入：会费、拨缴经费、行政补助和其他收入。',
      '二、支出：职工活动、维权、帮扶和行政支出。',
      '三、结余和说明：',
    ],
    table: {
      head: ['项目', '上年结余', '本期收入', '本期支出', '期末结余'],
      rows: ['会费', '拨缴经费', '行政补助', '其他', '合计'].map((name) => [name, '', '', '', '']),
    },
    ...signed(one),
  },
  {
    ...{
      code: 'DOC-17',
      title: `${one.unionName}经费审查工作报告`,
      to: `各位${one.plan.assembly === 'congress' ? '代表' : '会员'}`,
    },
    paragraphs: [
      '受经费审查委员会委托，报告经费审查工作，请审议。',
      `一、审查范围和方法：审查了${blank}至${blank}的经费收支、资产和帐目。`,
      `二、审查意见：收支${blank}，手续${blank}，帐实${blank}。`,
      '三、发现的问题和整改：',
    ],
    ...{ from: '经费审查委员会', day: signed(one).day },
  },
]

export type RollLine = { name: string; sex: string | null; unitName: string; presentHow: string | null; paperGiven: boolean }

/** The roll of electors, with room to sign. What it says of each: that he came and has paper; nothing more there is. */
export const rollPaper = (one: Case, lines: readonly RollLine[], hash: string | null): Paper => ({
  ...{ code: '名册', title: `${meeting(one)}选民名册`, to: undefined },
  paragraphs: [`共 ${lines.length} 人。${hash ? `定稿校验值：${hash}` : '（未定稿）'}`],
  table: {
    head: ['序号', '姓名', '性别', '所在分会（小组）', '签到', '领票'],
    rows: lines.map(({ name, sex, unitName, presentHow, paperGiven }, at) => [
      at + 1,
      name,
      sex === 'female' ? '女' : sex === 'male' ? '男' : '',
      unitName,
      presentHow ? '√' : '',
      paperGiven ? '√' : '',
    ]),
  },
  ...signed(one),
})

type Held = {
  expected: number | null
  present: number | null
  officers: readonly { role: OfficerRole; name: string }[]
  officersVote: { present: number; yes: number; rulesYes: number } | null
  counted: readonly {
    title: string
    expected: number
    present: number
    returned: number
    elected: readonly string[]
    outcome: string
  }[]
  electedOn: string | null
}

/** The minutes of the meeting, as the records tell it. */
export const minutesPaper = (one: Case, { expected, present, officers, officersVote, counted, electedOn }: Held): Paper => ({
  ...{ code: '会议记录', title: `${meeting(one)}会议记录`, to: undefined },
  paragraphs: [
    `时间：${electedOn ? inChinese(electedOn) : ''}　　地点：${one.plan.place}　　主持人：${blank}　　记录人：${blank}`,
    `一、到会：应到 ${expected ?? 0} 人，实到 ${present ?? 0} 人，达到三分之二，符合规定。`,
    officersVote
      ? `二、通过监票人、计票人：${officers.map(({ role, name }) => `${officerRoleNames[role]}${name}`).join('、')}。到会 ${officersVote.present} 人，赞成 ${officersVote.yes} 人。选举办法赞成 ${officersVote.rulesYes} 人，通过。`
      : '二、监票人、计票人：',
    ...counted.map(
      (each, at) =>
        `${['三', '四', '五', '六', '七', '八', '九', '十'][at] ?? `第 ${at + 3} 项`}、${each.title}：应到 ${each.expected} 人，实到 ${each.present} 人，收回选票 ${each.returned} 张。${each.outcome}${each.elected.length ? `，当选：${each.elected.join('、')}` : ''}。`,
    ),
    `当场宣布选举结果。${electionKindNames[one.kind]}结果报上一级工会批准。`,
    `主持人（签名）：${blank}　　总监票人（签名）：${blank}　　记录人（签名）：${blank}`,
  ],
  ...signed(one),
})
