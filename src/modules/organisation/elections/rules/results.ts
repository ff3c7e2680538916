import { electionKindNames, type Electorate } from './names.ts'
import { type Case, inChinese, meeting, type Paper, signed } from './papers.ts'
import type { Line, Result, Sheet } from './result.ts'

export type Counted = { title: string; seats: number; expected: number; present: number; sheet: Sheet; result: Result }

/** DOC-15, first part: the count, as the scrutineer signs it. */
export const countPaper = (one: Case, counted: Counted, signer: string): Paper => ({
  ...{ code: 'DOC-15', title: `${counted.title}选举计票报告单`, to: undefined },
  paragraphs: [
    `应到 ${counted.expected} 人，实到 ${counted.present} 人。发出选票 ${counted.sheet.issued} 张，收回 ${counted.sheet.returned} 张，有效 ${counted.sheet.returned - counted.sheet.invalid} 张，无效 ${counted.sheet.invalid} 张。应选 ${counted.seats} 人。`,
    ...counted.result.working.map(({ label, figures, reason }) => `${label}：${figures}。${reason}。`),
    `当选：${counted.result.elected.map(({ name }) => name).join('、') || '无'}。`,
    `总监票人（签名）：${signer}　　　　计票人（签名）：`,
  ],
  table: {
    head: ['姓名', '赞成', '不赞成', '弃权', '备注'],
    rows: [...counted.sheet.lines].map((line: Line) => [
      line.name,
      line.yes,
      line.no,
      line.abstain,
      line.isWriteIn ? '另选人' : '',
    ]),
  },
  ...signed(one),
})

/** Who was chosen for what, directly by all or by the body that all chose. */
export type Chosen = { title: string; names: readonly string[]; by: Electorate }
const electedBy: Record<Electorate, string> = {
  assembly: '大会直接选举',
  unit: '选举单位直接选举',
  committee: '委员会第一次全体会议选举',
  audit: '经费审查委员会第一次全体会议选举',
  women: '女职工委员会第一次全体会议选举',
}

/** DOC-15, second part: the report of the result. */
export const reportPaper = (one: Case, elected: readonly Chosen[], electedOn: string): Paper => ({
  ...{ code: 'DOC-15', title: `关于${electionKindNames[one.kind]}结果的报告`, to: one.superiorName },
  paragraphs: [
    `${inChinese(electedOn)}，${meeting(one)}依法选举。选举结果如下：`,
    ...elected.map(({ title, names, by }) => `${title}（${electedBy[by]}）：${names.join('、')}。`),
    `任期 ${one.plan.termYears} 年，自选举之日起计算。现将结果报上，请予批准。`,
  ],
  ...signed(one),
})

/** DOC-16: the approval. */
export const approvalPaper = (
  one: Case,
  elected: readonly Chosen[],
  { number, day }: { number: string; day: string },
): Paper => ({
  ...{ code: 'DOC-16', title: `关于${one.unionName}${electionKindNames[one.kind]}结果的批复`, number, to: one.unionName },
  paragraphs: [
    `你会选举结果的报告收悉。经审查，同意选举结果：`,
    ...elected.map(({ title, names }) => `${title}：${names.join('、')}。`),
    `任期 ${one.plan.termYears} 年，自选举之日起计算。此复。`,
  ],
  ...{ from: one.superiorName, day: inChinese(day) },
})

/** DOC-18: the motion of recall, with grounds and defence, and the vote against all members. */
export const recallPaper = (
  one: Case,
  motion: { name: string; grounds: string; defence: string },
  counted: Counted | null,
): Paper => ({
  ...{ code: 'DOC-18', title: `罢免${motion.name}的议案和表决记录`, to: undefined },
  paragraphs: [
    `一、理由：${motion.grounds}`,
    `二、本人申辩：${motion.defence || '本人没有书面申辩。'}`,
    counted
      ? `三、表决：全体 ${counted.expected} 人，到会 ${counted.present} 人，赞成罢免 ${counted.sheet.lines[0]?.yes ?? 0} 票，不赞成 ${counted.sheet.lines[0]?.no ?? 0} 票，弃权 ${counted.sheet.lines[0]?.abstain ?? 0} 票。${counted.result.elected.length ? '超过全体的半数，罢免通过。' : '没有超过全体的半数，罢免未通过。'}`
      : '三、表决：（待表决）',
  ],
  ...signed(one),
})

type Named = Case['contests'][number]

/** DOC-14: the ballot, candidates in order of strokes, room to write others in. */
export const ballotPaper = (one: Case, { title, seats, candidates }: Named): Paper => ({
  ...{ code: 'DOC-14', title: `${one.unionName}第 ${one.plan.termNumber} 届选票（${title}）`, to: undefined },
  paragraphs: [
    `应选 ${seats} 名。同意的在“赞成”栏画 ○，不同意的在“不赞成”栏画 ○，都不画为弃权。不赞成的可以在“另选他人”栏写上姓名，另选人数不超过不赞成的人数。所选人数多于应选人数的，选票无效。`,
  ],
  table: {
    head: ['姓名（按姓氏笔画）', '赞成', '不赞成', '弃权'],
    rows: [...candidates.map(({ name }) => [name, '', '', '']), ['另选他人：', '', '', '']],
  },
  ...{ from: '（盖章）', day: one.plan.meetingOn ? inChinese(one.plan.meetingOn) : '' },
})

/** The tellers' sheet, filled in by each teller for himself. */
export const blankCountPaper = (one: Case, { title, seats, candidates }: Named): Paper => ({
  ...{ code: 'DOC-15', title: `${title}计票单`, to: undefined },
  paragraphs: [`应选 ${seats} 名。收回　　　张，有效　　　张，无效　　　张。计票人：　　　　　　监票人：　　　　　　`],
  table: {
    head: ['姓名', '赞成', '不赞成', '弃权', '唱票记录（正）'],
    rows: [...candidates.map(({ name }) => [name, '', '', '', '']), ['另选：', '', '', '', '']],
  },
  ...signed(one),
})
