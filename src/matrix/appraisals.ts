import { day, unknown, type Row } from './inputs.ts'

const draft = { kind: 'unionWork', electorate: 'workers', title: '工会工作评议', subjects: ['工会工作'], items: ['总体评价'] }
const improvement = { ...unknown, subject: '工会工作', title: '公开经费使用', owner: '王建国', dueOn: day }

/** Calls about democratic appraisals. */
export const appraisals: Record<string, Row> = {
  'appraisals.list': ['democracy.view', 'own', () => ({})],
  'appraisals.export': ['members.exchange', 'own', () => ({})],
  'appraisals.figures': ['democracy.view', 'own'],
  'appraisals.get': ['democracy.view', 'byId', () => unknown],
  'appraisals.make': ['democracy.manage', 'own', () => draft],
  'appraisals.open': ['democracy.manage', 'byId', () => ({ ...unknown, closesOn: day })],
  'appraisals.close': ['democracy.manage', 'byId', () => unknown],
  'appraisals.report': ['democracy.manage', 'byId', () => ({ ...unknown, reportedAtMeeting: '职代会' })],
  'appraisals.publish': ['democracy.manage', 'byId', () => unknown],
  'appraisals.improve': ['democracy.manage', 'byId', () => improvement],
  'appraisals.finish': ['democracy.manage', 'byId', () => ({ ...unknown, evidence: '走访记录三份' })],
  'appraisals.mine': ['self', 'own'],
}
