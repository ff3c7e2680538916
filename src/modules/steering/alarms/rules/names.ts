import type { AlarmKind, AlarmState, Group, StepKind } from '../contract.ts'

export const alarmNames: Record<AlarmKind, string> = {
  lost: '会员流失',
  inactive: '长期无活动',
  vacant: '主席空缺',
  broken: '组织断层',
  unlike: '构成偏离',
}

export const alarmNotes: Record<AlarmKind, string> = {
  lost: '一段时间里离会的比入会的多出许多',
  inactive: '很久没有留下任何办理记录',
  vacant: '没有在任的主席或组织员',
  broken: '没有委员会、分会小组没有负责人、缺少中间层级、上级已撤销',
  unlike: '委员会的构成与会员的构成相差很大',
}

export const alarmStateNames: Record<AlarmState, string> = { open: '待处理', noted: '已说明', ended: '已解除' }

export const groupNames: Record<Group, string> = {
  women: '女职工',
  young: '35 岁以下',
  frontLine: '一线职工',
  migrant: '外来务工',
}

export const stepNames: Record<StepKind, string> = { urged: '催办', replied: '答复', noted: '说明原因' }
