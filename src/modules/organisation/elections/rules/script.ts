import { assemblyNames } from './names.ts'
import type { Case, Paper } from './papers.ts'

/** The chairman's script, in the order the law has the day: who came, officers, rules, ballot, count, result. */
export function scriptFor({ unionName, plan, contests, today }: Case, officers: readonly string[]): Paper {
  const meeting = `${unionName}第 ${plan.termNumber} 届${assemblyNames[plan.assembly]}`
  const first = contests.filter(({ electorate }) => electorate === 'assembly' || electorate === 'unit')
  return {
    ...{ code: '主持词', title: `${meeting}主持词`, to: undefined },
    paragraphs: [
      `各位${plan.assembly === 'congress' ? '代表' : '会员'}：现在报告到会情况。应到　　　人，实到　　　人，达到三分之二，可以开会。${meeting}现在开始。`,
      '请全体起立，奏（唱）国歌。请坐下。',
      '请上一届委员会报告工作，报告经费收支情况；请经费审查委员会报告经费审查情况。',
      `现在宣读选举办法（草案）。请大家审议。同意的请举手——请放下；不同意的请举手——请放下；弃权的请举手——请放下。通过。`,
      `现在宣读监票人、计票人名单：${officers.join('、') || '（名单）'}。他们都不是候选人。同意的请举手——请放下。通过。请监票人、计票人就位。`,
      `现在宣布候选人名单（按姓氏笔画）。${first.map(({ title, seats, candidates }) => `${title}应选 ${seats} 名：${candidates.map(({ name }) => name).join('、')}`).join('；')}。`,
      '请监票人检查票箱。请计票人分发选票。选票采用无记名方式填写，不能委托他人。需要帮助填写的，请举手，由您信任的人或者工作人员按您的意思代填。',
      `${plan.ways.includes('online') ? '用手机投票的，请扫大屏幕上的二维码；已领纸质选票的不能再用手机投票。' : ''}现在开始投票：监票人先投，随后依次投票。`,
      '投票完毕。请监票人、计票人清点选票。收回的选票等于（少于）发出的选票，选举有效。请计票。',
      '请总监票人报告计票结果。现在我宣布当选名单：　　　　　　　　。',
      '新当选的委员随后举行第一次全体会议，选举主席、副主席。选举结果将报上一级工会批准。',
      '大会到此结束。谢谢大家！',
    ],
    ...{ from: unionName, day: today },
  }
}
