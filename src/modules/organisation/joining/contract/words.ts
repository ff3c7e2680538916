export { bases, employmentForms, idTypes, newForms } from '#contracts/organisation/members'

export const applicationStates = ['applied', 'approved', 'refused', 'withdrawn', 'transferring'] as const
export type ApplicationState = (typeof applicationStates)[number]
export const applicationStateNames: Record<ApplicationState, string> = {
  applied: '等答复',
  approved: '已批准',
  refused: '未批准',
  withdrawn: '本人撤回',
  transferring: '改办转会',
}

/** By which way an application came. */
export const channelNames = { phone: '手机', account: '本人账号', desk: '窗口代办' } as const
export type Channel = keyof typeof channelNames

/** How the applicant compares with the rolls; only whoever decides is told. */
export const matchNames = {
  same: '核对一致',
  differs: '与名册不一致',
  unknown: '名册上没有',
  member: '已是会员',
  elsewhere: '会籍在别处',
} as const
export type Match = keyof typeof matchNames

/** Kinds of union that take in workers whose unit has none (MEM-03, ORG-52). */
export const openKinds = ['town', 'trade', 'regional', 'joint', 'newEmployment'] as const

/** The charter and the notice of processing, as the applicant sees them; the version he agreed to is kept. */
export const texts = {
  charter: {
    version: 1,
    title: '我自愿加入工会，承认工会章程',
    text: '我承认《中国工会章程》，执行工会决议，按月交纳会费，参加工会组织的活动；有选举、被选举和表决的权利，有监督、批评和建议的权利，有请求工会维护合法权益、享受工会服务的权利。入会自愿，退会自由。',
  },
  privacy: {
    version: 1,
    title: '我同意工会为办理入会使用这些资料',
    text: '工会用您的姓名、证件号码、手机号和工作情况核对身份、办理入会、发会员证。证件号码和手机号加密保存，只有办理的人能看到，谁看过您都查得到。不要求上传证件照片。',
  },
} as const
