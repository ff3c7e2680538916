export const memberStatuses = ['worker', 'member', 'retained', 'left', 'expelled'] as const
export type MemberStatus = (typeof memberStatuses)[number]
export const memberStatusNames: Record<MemberStatus, string> = {
  worker: '未入会职工', member: '在会', retained: '保留会籍', left: '已退会', expelled: '已开除会籍',
}
export const sexes = { male: '男', female: '女' } as const
export const educations = { primary: '小学及以下', junior: '初中', senior: '高中', vocational: '中专（职高、技校）', college: '大专', bachelor: '本科', master: '硕士', doctor: '博士' } as const
export const politicals = { party: '中共党员', probationary: '中共预备党员', league: '共青团员', democratic: '民主党派', none: '群众' } as const
export const households = { rural: '农业户口', urban: '非农业户口', resident: '居民户口' } as const
export const employmentForms = { contract: '劳动合同', dispatch: '劳务派遣', newForm: '新就业形态', flexible: '灵活就业', permanent: '在编' } as const
export const newForms = { truck: '货车司机', ride: '网约车司机', courier: '快递员', delivery: '外卖配送员', housekeeping: '家政服务员', other: '其他' } as const
export const skillLevels = { junior: '初级工', middle: '中级工', senior: '高级工', technician: '技师', seniorTechnician: '高级技师', special: '特级技师', chief: '首席技师' } as const
/** On what the membership rests (ORG-52). */
export const bases = { labour: '劳动关系', platform: '平台用工', workplace: '工作地', residence: '居住地' } as const
/** Tags by group (MEM-05); sensitive ones are shown to the entitled only. */
export const tags = {
  migrant: { name: '外来务工', sensitive: false }, newGeneration: { name: '新生代', sensitive: false }, skilled: { name: '技能人才', sensitive: false },
  frontLine: { name: '一线职工', sensitive: false }, modelWorker: { name: '劳动模范', sensitive: false }, deputy: { name: '职工代表', sensitive: false },
  hardship: { name: '困难职工', sensitive: true }, illness: { name: '大病', sensitive: true }, disabled: { name: '残疾', sensitive: true }, singleParent: { name: '单亲', sensitive: true },
} as const
