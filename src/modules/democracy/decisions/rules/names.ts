import type { Day } from '#kit/dates'
import { citeOf, statuteOn } from '#law/statutes'

export const kinds = ['restructuring', 'operations', 'rules', 'layoff', 'welfare', 'unionRule', 'other'] as const
export type Kind = (typeof kinds)[number]
export const stages = ['consult', 'deliberate', 'feedback', 'share'] as const
export type Stage = (typeof stages)[number]
export const sides = ['employer', 'union'] as const
export type Side = (typeof sides)[number]
export const choices = ['agree', 'disagree', 'unsure'] as const
export type Choice = (typeof choices)[number]
export const marks = ['satisfied', 'partly', 'unsatisfied'] as const
export type Mark = (typeof marks)[number]
export const votes = ['for', 'against', 'abstain'] as const
export type Vote = (typeof votes)[number]
export const outcomes = ['asDrafted', 'changed', 'dropped'] as const
export type Outcome = (typeof outcomes)[number]
export const powers = ['organise', 'personnel', 'seat', 'welfare'] as const
export type InstrumentPower = (typeof powers)[number]
export const replies = ['accepted', 'partly', 'refused'] as const
export type Reply = (typeof replies)[number]
export const answers = ['accepted', 'changed', 'refused'] as const
export type Answer = (typeof answers)[number]
export const coreTasks = ['quality', 'cost', 'safety', 'deadline', 'innovation', 'people', 'service'] as const
export type CoreTask = (typeof coreTasks)[number]

/** A kind of matter: what it is called, which article binds, and which stages that article asks for; the others are this system's own. */
export type KindFacts = { title: string; law: 'WC-01.consult' | 'WC-02.rules' | 'WC-38.explain' | null; lawful: readonly Stage[] }

/** Kinds of major matters (WC-01, WC-02, WC-38). All four stages are asked of each; a stage the law binds is named with its article. */
export const kindFacts: Record<Kind, KindFacts> = {
  restructuring: { title: '改制、解散、申请破产', law: 'WC-01.consult', lawful: ['consult'] },
  operations: { title: '经营方面的重大问题（三重一大）', law: 'WC-01.consult', lawful: ['consult'] },
  rules: {
    title: '直接涉及职工切身利益的规章制度',
    law: 'WC-02.rules',
    lawful: ['consult', 'deliberate', 'feedback'],
  },
  layoff: { title: '裁减人员', law: 'WC-38.explain', lawful: ['consult'] },
  welfare: { title: '工资福利等重大事项', law: 'WC-02.rules', lawful: ['consult', 'deliberate', 'feedback'] },
  unionRule: { title: '工会自己的制度、决定', law: null, lawful: [] },
  other: { title: '其他重大事项', law: null, lawful: [] },
}
/** The article that binds a kind of matter on a day; null where none does. */
export const citeFor = (kind: Kind, day: Day): string | null => {
  const { law } = kindFacts[kind]
  return law && citeOf(statuteOn(law, day))
}
export const stageNames: Record<Stage, string> = { consult: '共商', deliberate: '合议', feedback: '反馈', share: '分工' }
export const stageWords: Record<Stage, string> = {
  consult: '决策前共商',
  deliberate: '决策中合议',
  feedback: '决策后反馈',
  share: '实施中分工',
}
export const sideNames: Record<Side, string> = { employer: '行政', union: '工会' }
export const choiceNames: Record<Choice, string> = { agree: '赞成', disagree: '不赞成', unsure: '说不准' }
export const markNames: Record<Mark, string> = { satisfied: '满意', partly: '基本满意', unsatisfied: '不满意' }
export const voteNames: Record<Vote, string> = { for: '赞成', against: '反对', abstain: '弃权' }
export const outcomeNames: Record<Outcome, string> = { asDrafted: '按草案通过', changed: '修改后通过', dropped: '不再实行' }
export const powerNames: Record<InstrumentPower, string> = {
  organise: '职工群众组织权',
  personnel: '人事任免建议权',
  seat: '业务工作参与权',
  welfare: '福利待遇争取权',
}
export const instrumentNames: Record<InstrumentPower, string> = {
  organise: '组织活动告知书',
  personnel: '人事任免建议书',
  seat: '列席会议申请书',
  welfare: '福利待遇建议书',
}
export const replyNames: Record<Reply, string> = { accepted: '采纳', partly: '部分采纳', refused: '不采纳' }
export const answerNames: Record<Answer, string> = { accepted: '列入计划', changed: '调整后列入', refused: '不列入' }
export const coreTaskNames: Record<CoreTask, string> = {
  quality: '质量',
  cost: '成本',
  safety: '安全',
  deadline: '工期、交期',
  innovation: '技术创新',
  people: '队伍建设',
  service: '服务',
}
