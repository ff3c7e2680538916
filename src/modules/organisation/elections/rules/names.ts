/** What is elected or decided: a whole new committee, a first one, a vacant seat, a recall, deputies of two kinds. */
export const electionKinds = ['term', 'first', 'byElection', 'recall', 'deputies', 'delegates'] as const
export type ElectionKind = (typeof electionKinds)[number]
export const electionKindNames: Record<ElectionKind, string> = {
  term: '换届选举',
  first: '首届选举',
  byElection: '补选',
  recall: '罢免',
  deputies: '职工代表选举',
  delegates: '会员代表选举',
}

/** Whom a recall takes away: somebody of a committee, or a deputy whom one unit elected (ELEC-28, ELEC-29). */
export const recallKinds = ['committee', 'deputies', 'delegates'] as const
export type RecallKind = (typeof recallKinds)[number]
export const recallKindNames: Record<RecallKind, string> = {
  committee: '主席、副主席、委员',
  deputies: '职工代表',
  delegates: '会员代表',
}

export const electionStates = ['open', 'approved', 'withdrawn', 'redone'] as const
export type ElectionState = (typeof electionStates)[number]
export const electionStateNames: Record<ElectionState, string> = {
  open: '办理中',
  approved: '已批准',
  withdrawn: '已撤回',
  redone: '责令重新选举',
}

/** What a contest fills, or (recall) asks. */
export const contestPosts = [
  'committee',
  'standing',
  'chair',
  'viceChair',
  'audit',
  'auditChair',
  'women',
  'womenChair',
  'deputy',
  'delegate',
  'recall',
] as const
export type ContestPost = (typeof contestPosts)[number]
export const contestPostNames: Record<ContestPost, string> = {
  committee: '委员',
  standing: '常务委员',
  chair: '主席',
  viceChair: '副主席',
  audit: '经费审查委员会委员',
  auditChair: '经审主任',
  women: '女职工委员会委员',
  womenChair: '女职工委员会主任',
  deputy: '职工代表',
  delegate: '会员代表',
  recall: '罢免',
}

/** Who votes: the whole roll, the newly elected committee, the newly elected audit or women's committee, one electoral unit. */
export const electorates = ['assembly', 'committee', 'audit', 'women', 'unit'] as const
export type Electorate = (typeof electorates)[number]
export const electorateNames: Record<Electorate, string> = {
  assembly: '大会',
  committee: '委员会第一次会议',
  audit: '经审会第一次会议',
  women: '女职工委员会第一次会议',
  unit: '选举单位',
}

export const assemblies = ['assembly', 'congress'] as const
export type Assembly = (typeof assemblies)[number]
export const assemblyNames: Record<Assembly, string> = { assembly: '会员大会', congress: '会员代表大会' }

export const ways = ['paper', 'online'] as const
export type Way = (typeof ways)[number]
export const wayNames: Record<Way, string> = { paper: '纸质选票', online: '手机投票' }

/** The chain, in its order. */
export const steps = [
  'plan',
  'planReport',
  'roll',
  'nomination',
  'review',
  'notice',
  'primary',
  'meeting',
  'officers',
  'ballot',
  'announcement',
  'firstMeeting',
  'report',
  'approval',
] as const
export type Step = (typeof steps)[number]
export const stepNames: Record<Step, string> = {
  plan: '方案和办法',
  planReport: '方案报上级',
  roll: '选民名册',
  nomination: '推荐候选人',
  review: '候选人审查',
  notice: '候选人公示',
  primary: '预选',
  meeting: '大会到会',
  officers: '监票计票人',
  ballot: '投票计票',
  announcement: '宣布结果',
  firstMeeting: '第一次全会',
  report: '结果报批',
  approval: '上级批准',
}

export const roundKinds = ['primary', 'main', 'runOff', 'gap'] as const
export type RoundKind = (typeof roundKinds)[number]
export const roundKindNames: Record<RoundKind, string> = {
  primary: '预选',
  main: '正式选举',
  runOff: '得票相等再选',
  gap: '补足名额再选',
}

export const officerRoles = ['chiefScrutineer', 'scrutineer', 'chiefTeller', 'teller'] as const
export type OfficerRole = (typeof officerRoles)[number]
export const officerRoleNames: Record<OfficerRole, string> = {
  chiefScrutineer: '总监票人',
  scrutineer: '监票人',
  chiefTeller: '总计票人',
  teller: '计票人',
}

/** What goes up to the superior. */
export const filingKinds = ['plan', 'candidates', 'delay', 'acting', 'result'] as const
export type FilingKind = (typeof filingKinds)[number]
export const filingKindNames: Record<FilingKind, string> = {
  plan: '选举工作方案和选举办法',
  candidates: '候选人建议名单',
  delay: '延期换届',
  acting: '副主席或委员主持工作',
  result: '选举结果',
}
export const answers = ['agreed', 'returned', 'redo'] as const
export type Answer = (typeof answers)[number]
export const answerNames: Record<Answer, string> = { agreed: '同意', returned: '退回补正', redo: '责令重新选举' }

/** How a tie at the last seat is settled: by a new vote among the tied, or (some by-laws) by fewer votes against. */
export const tieBreaks = ['runOff', 'fewerAgainst'] as const
export type TieBreak = (typeof tieBreaks)[number]
export const tieBreakNames: Record<TieBreak, string> = {
  runOff: '票数相等的重新投票',
  fewerAgainst: '反对票少的当选（本单位办法）',
}

/** Names in order of strokes (姓氏笔画), as ballots and notices list them (ELEC-09, ELEC-16). */
const byStrokes = new Intl.Collator('zh-u-co-stroke')
export const strokeOrder = (a: string, b: string) => byStrokes.compare(a, b)
