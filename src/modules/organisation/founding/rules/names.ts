/** How a union is founded (ORG-03): for one unit, by several, for an area, a trade, new forms of work, a community. */
export const forms = ['unit', 'joint', 'regional', 'trade', 'newEmployment', 'community'] as const
export type Form = (typeof forms)[number]
export const formNames: Record<Form, string> = {
  unit: '单位单独建会',
  joint: '联合建会',
  regional: '区域建会',
  trade: '行业建会',
  newEmployment: '新就业形态建会',
  community: '社区（村）建会',
}

export const states = ['drafted', 'filed', 'returned', 'approved', 'elected', 'registered', 'withdrawn'] as const
export type State = (typeof states)[number]
export const stateNames: Record<State, string> = {
  drafted: '筹备中',
  filed: '已报送，等批复',
  returned: '已退回，待补正',
  approved: '已批准，待选举',
  elected: '已选举，待上级登记',
  registered: '已成立',
  withdrawn: '已撤回',
}

export const bodies = ['committee', 'organiser'] as const
export type Body = (typeof bodies)[number]
export const bodyNames: Record<Body, string> = { committee: '工会委员会', organiser: '选举组织员' }

export const seats = ['chair', 'viceChair', 'member', 'audit', 'women'] as const
export type Seat = (typeof seats)[number]
export const seatNames: Record<Seat, string> = {
  chair: '主席',
  viceChair: '副主席',
  member: '委员',
  audit: '经审委员',
  women: '女职工委员',
}

export const relations = ['none', 'head', 'deputy', 'relative', 'partner', 'personnel', 'foreign'] as const
export type Relation = (typeof relations)[number]
export const relationNames: Record<Relation, string> = {
  none: '没有以下情形',
  head: '行政主要负责人、法定代表人',
  deputy: '行政副职',
  relative: '主要负责人或合伙人的近亲属',
  partner: '合伙人',
  personnel: '人力资源部门负责人',
  foreign: '外籍职工',
}

/** The items that a project is judged by, and returned by. */
export const items = ['unit', 'form', 'name', 'supporters', 'group', 'candidates', 'plan', 'papers'] as const
export type Item = (typeof items)[number]
export const itemNames: Record<Item, string> = {
  unit: '单位情况',
  form: '建会方式和组织形式',
  name: '工会名称',
  supporters: '职工签名',
  group: '筹备组',
  candidates: '委员会人选',
  plan: '筹备计划',
  papers: '材料',
}

export const sides = ['head', 'workers', 'party', 'superior'] as const
export type Side = (typeof sides)[number]
export const sideNames: Record<Side, string> = {
  head: '负责人',
  workers: '职工代表',
  party: '同级党组织代表',
  superior: '上级工会派人',
}

export const taskKinds = ['mobilisation', 'course', 'register', 'candidates', 'finance', 'office', 'other'] as const
export type TaskKind = (typeof taskKinds)[number]
export const taskNames: Record<TaskKind, string> = {
  mobilisation: '召开动员大会',
  course: '举办工会知识培训班',
  register: '登记愿意入会的职工',
  candidates: '酝酿委员会人选',
  finance: '落实经费和账户',
  office: '落实办公场所、印章和牌子',
  other: '其他',
}

export const meetingKinds = ['mobilisation', 'course', 'group'] as const
export type MeetingKind = (typeof meetingKinds)[number]
export const meetingNames: Record<MeetingKind, string> = { mobilisation: '动员大会', course: '培训班', group: '筹备组会议' }

export const steps = ['opened', 'filed', 'returned', 'approved', 'reported', 'registered', 'withdrawn'] as const
export type Step = (typeof steps)[number]
export const stepNames: Record<Step, string> = {
  opened: '发起建会',
  filed: '报送',
  returned: '退回',
  approved: '批准',
  reported: '报告选举结果',
  registered: '登记成立',
  withdrawn: '撤回',
}

/** What a worker agrees to when he signs; a change of the text is a new version. */
export const consentText = {
  version: 1,
  paragraphs: [
    '我自愿支持在本单位建立工会，并申请加入。参加和组织工会是法律给每个劳动者的权利，谁也不能阻挠、限制。',
    '我填的姓名、身份证号和手机号只用于核对签名人数和办理入会。身份证号加密保存；筹备组和上一级工会只看得到隐去中间几位的号码，用人单位看不到。',
    '上级批准前，我随时可以撤回签名；没有建成的，这些信息随即删除。',
  ],
} as const
