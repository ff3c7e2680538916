import type { Power } from '#kit/powers'

/** The bodies a post may belong to: the five committees (工会五委), the employer's side at the table, and the platform's administration. */
export const bodies = ['union', 'audit', 'women', 'mediation', 'protection', 'employer', 'administration'] as const
export type Body = (typeof bodies)[number]
export const bodyNames: Record<Body, string> = {
  union: '工会委员会',
  audit: '经费审查委员会',
  women: '女职工委员会',
  mediation: '劳动争议调解委员会',
  protection: '劳动保护监督检查委员会',
  employer: '单位行政',
  administration: '平台管理',
}

/**
 * A kind of post: its body, what it owes (duty list) and what it may do (authority list, ORG-07). A federation may change both lists,
 * on record; what stands here comes with the software.
 */
export type PostKind = {
  title: string
  body: Body
  duties: readonly string[]
  powers: readonly Power[]
  /** Authority over others: asks for a second factor at sign-in. */
  secondFactor: boolean
  /** One holder a union at a time. */
  single?: boolean
  /** The head of its body: without one the committee is not complete. */
  head?: boolean
}

const sight = ['unions.view', 'members.view', 'posts.view', 'statistics.view', 'democracy.view'] as const
const office = [...sight, 'unions.file', 'democracy.manage', 'members.manage', 'members.decide', 'members.exchange'] as const
const leading = [...office, 'members.sensitive', 'posts.manage', 'posts.name'] as const
/** The employer's side answers the union; it sees nothing of the members. */
const facing = ['unions.view', 'democracy.view', 'democracy.answer'] as const
const kind = <const T extends PostKind>(facts: T): T => facts

export const postKinds = {
  chair: kind({
    title: '主席',
    body: 'union',
    duties: [
      '主持工会全面工作',
      '召集委员会会议，向会员（代表）大会报告工作',
      '代表职工与行政协商，签订集体合同',
      '担任工会法定代表人',
    ],
    powers: [...leading, 'unions.approve'],
    secondFactor: true,
    single: true,
    head: true,
  }),
  viceChair: kind({
    title: '副主席',
    body: 'union',
    duties: ['协助主席工作，负责分管事项', '主席缺位时按规定主持工作'],
    powers: [...office, 'members.sensitive', 'unions.approve'],
    secondFactor: true,
  }),
  fullTimeViceChair: kind({
    title: '专职副主席',
    body: 'union',
    duties: ['主持工会日常工作', '联系基层，督促各专门委员会履职'],
    powers: [...leading, 'unions.approve'],
    secondFactor: true,
  }),
  secretaryGeneral: kind({
    title: '秘书长',
    body: 'union',
    duties: ['组织机关日常运转', '筹备会议，办理请示与批复'],
    powers: [...leading, 'unions.approve'],
    secondFactor: true,
    single: true,
  }),
  standingMember: kind({
    title: '常务委员',
    body: 'union',
    duties: ['参加常务委员会，负责分管事项'],
    powers: sight,
    secondFactor: false,
  }),
  member: kind({
    title: '委员',
    body: 'union',
    duties: ['参加委员会会议，负责分工（组织、宣传、生活、生产、文体等）', '联系会员，转达意见'],
    powers: sight,
    secondFactor: false,
  }),
  organisationOfficer: kind({
    title: '组织干事',
    body: 'union',
    duties: ['组建工会、发展会员，维护会员信息', '登记任职，办理换届手续'],
    powers: leading,
    secondFactor: true,
  }),
  treasurer: kind({
    title: '经费经办人',
    body: 'union',
    duties: ['收缴会费，管理经费账目与票据', '向委员会和经审会报账'],
    powers: sight,
    secondFactor: false,
  }),
  auditChair: kind({
    title: '经审主任',
    body: 'audit',
    duties: ['主持经费审查，每年至少审查一次预决算', '向会员（代表）大会报告经费审查情况'],
    powers: sight,
    secondFactor: false,
    single: true,
    head: true,
  }),
  auditMember: kind({ title: '经审委员', body: 'audit', duties: ['参加经费审查'], powers: sight, secondFactor: false }),
  womenChair: kind({
    title: '女职工委员会主任',
    body: 'women',
    duties: ['维护女职工合法权益和特殊利益', '参与女职工权益保护专项集体合同协商'],
    powers: sight,
    secondFactor: false,
    single: true,
    head: true,
  }),
  womenMember: kind({
    title: '女职工委员',
    body: 'women',
    duties: ['联系女职工，反映困难和意见'],
    powers: sight,
    secondFactor: false,
  }),
  mediationHead: kind({
    title: '调解委员会主任',
    body: 'mediation',
    duties: ['主持劳动争议调解，督促调解协议履行'],
    powers: sight,
    secondFactor: false,
    single: true,
    head: true,
  }),
  mediator: kind({
    title: '调解员',
    body: 'mediation',
    duties: ['受理、调解劳动争议'],
    powers: ['unions.view', 'posts.view'],
    secondFactor: false,
  }),
  protectionHead: kind({
    title: '劳动保护监督检查委员会主任',
    body: 'protection',
    duties: ['组织劳动安全卫生检查，参与事故调查', '督促整改隐患'],
    powers: sight,
    secondFactor: false,
    single: true,
    head: true,
  }),
  protectionInspector: kind({
    title: '劳动保护监督检查员',
    body: 'protection',
    duties: ['日常检查，发现危险时建议停止作业、撤离'],
    powers: ['unions.view', 'posts.view'],
    secondFactor: false,
  }),
  branchChair: kind({
    title: '分会主席',
    body: 'union',
    duties: ['主持分会工作，联系小组', '核对本分会会员信息'],
    powers: [...sight, 'unions.file', 'members.manage', 'members.exchange'],
    secondFactor: false,
    single: true,
  }),
  groupLeader: kind({
    title: '小组长',
    body: 'union',
    duties: ['联系组员，收集意见，通知活动'],
    powers: ['unions.view', 'members.view', 'posts.view'],
    secondFactor: false,
    single: true,
  }),
  organiser: kind({
    title: '组织员',
    body: 'union',
    duties: ['会员不足 25 人、不设委员会的单位，由组织员主持工会工作（工会法 第11条）'],
    powers: office,
    secondFactor: true,
    head: true,
  }),
  instructor: kind({
    title: '指导员',
    body: 'union',
    duties: ['指导所联系单位的组建、换届和职代会', '记录走访和指导意见'],
    powers: sight,
    secondFactor: false,
  }),
  preparatoryHead: kind({
    title: '筹备组负责人',
    body: 'union',
    duties: ['主持筹备工作，组织首次选举', '选举产生主席后移交'],
    powers: leading,
    secondFactor: true,
    single: true,
  }),
  administrationHead: kind({
    title: '行政负责人',
    body: 'employer',
    duties: ['向职工代表大会报告工作，接受审议和评议', '按期答复提案、公开事项、执行决议'],
    powers: [...facing],
    secondFactor: false,
    single: true,
  }),
  administrationClerk: kind({
    title: '行政经办人',
    body: 'employer',
    duties: ['代表单位行政办理提案答复、公开事项和重大事项登记', '不查看会员信息'],
    powers: [...facing],
    secondFactor: false,
  }),
  systemAdministrator: kind({
    title: '系统管理员',
    body: 'administration',
    duties: ['开通、停用账号，维护系统运行与备份', '不授予权限，不查看审计日志'],
    powers: ['accounts.manage', 'system.manage', 'unions.view', 'posts.view'],
    secondFactor: true,
  }),
  securityAdministrator: kind({
    title: '安全管理员',
    body: 'administration',
    duties: ['任命平台管理员，调整各类任职的权限', '管理密钥与安全设置'],
    powers: ['security.manage', 'posts.name', 'unions.view', 'posts.view'],
    secondFactor: true,
  }),
  auditAdministrator: kind({
    title: '审计管理员',
    body: 'administration',
    duties: ['查阅审计日志，核验日志未被改动', '向主席报告异常操作'],
    powers: ['audit.view', 'unions.view', 'posts.view'],
    secondFactor: true,
  }),
} satisfies Record<string, PostKind>

export type Kind = keyof typeof postKinds
export const kinds = Object.keys(postKinds) as [Kind, ...Kind[]]
export const kindOf = (key: string): PostKind | undefined => (postKinds as Record<string, PostKind>)[key]
export const isEmployerSide = (key: string) => kindOf(key)?.body === 'employer'
export const isAdministration = (key: Kind) => postKinds[key].body === 'administration'

/** In what order posts are listed, and which one is acted under when none was chosen: as they stand above. */
export const rankOf = (key: string) => kinds.indexOf(key as Kind)

/** What a post may do: the federation's own list when it has made one, what comes with the software otherwise. */
export const powersOf = (key: string, changed: readonly string[] | null): readonly Power[] =>
  (changed as readonly Power[] | null) ?? kindOf(key)?.powers ?? []
