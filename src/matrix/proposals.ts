import { day, ofUnion, reason, unknown, type Row } from './inputs.ts'

const period = { from: '2026-01-01', until: '2026-03-31' }
const words = { title: '夜班加热饭', wrong: '夜班没有热饭吃', proposed: '食堂留一个夜班窗口', category: 'living' }
const collection = { title: '职代会提案征集', opensOn: day, closesOn: day, audience: 'workers' }

/** Calls about proposals to the workers' congress. */
export const proposals: Record<string, Row> = {
  'proposals.mine': ['self', 'own'],
  'proposals.submit': ['self', 'byId', () => ({ ...words, ...unknown, windowId: unknown.id })],
  'proposals.revise': ['self', 'byId', () => ({ ...words, ...unknown })],
  'proposals.withdraw': ['self', 'byId', () => unknown],
  'proposals.attach': [
    'self',
    'byId',
    () => ({ ...unknown, proposalId: unknown.id, kind: 'voice', type: 'audio/webm', body: 'GkXf' }),
  ],
  'proposals.second': ['self', 'byId', () => unknown],
  'proposals.rate': ['self', 'byId', () => ({ ...unknown, grade: 'satisfied' })],
  'proposals.unit': ['self', 'own', () => ({})],
  'proposals.thread': ['self', 'byId', () => unknown],
  'proposals.likely': ['self', 'own', () => ({ text: '夜班没有热饭' })],
  'proposals.myFile': ['self', 'byId', () => unknown],
  'proposals.windows': ['democracy.view', 'own', () => ({})],
  'proposals.openWindow': ['democracy.manage', 'own', () => collection],
  'proposals.moveWindow': ['democracy.manage', 'byId', () => ({ ...unknown, closesOn: day, reason })],
  'proposals.reportWindow': ['democracy.manage', 'byId', () => ({ ...unknown, on: day, sessionTitle: '二届三次职代会' })],
  'proposals.list': ['democracy.view', 'silent', ofUnion],
  'proposals.export': ['members.exchange', 'own', ofUnion],
  'proposals.get': ['democracy.view', 'byId', () => unknown],
  'proposals.alike': ['democracy.view', 'own', () => ({ text: '夜班没有热饭' })],
  'proposals.file': ['democracy.view', 'byId', () => unknown],
  'proposals.examine': ['democracy.manage', 'byId', () => ({ ...unknown, finding: 'filed' })],
  'proposals.merge': ['democracy.manage', 'byId', () => ({ ...unknown, into: unknown.id, reason })],
  'proposals.unmerge': ['democracy.manage', 'byId', () => ({ ...unknown, reason })],
  'proposals.assign': ['democracy.manage', 'byId', () => ({ ...unknown, lead: '生产部' })],
  'proposals.answer': [
    'democracy.answer',
    'byId',
    () => ({ assignmentId: unknown.id, outcome: 'adopted', solved: 'planned', answer: '下个月起增设夜班窗口', signedBy: '赵刚' }),
  ],
  'proposals.work': ['democracy.answer', 'byId', () => ({ ...unknown, on: day, note: '窗口已开', isDone: false })],
  'proposals.stateEffect': [
    'democracy.manage',
    'byId',
    () => ({ ...unknown, fromOn: day, untilOn: day, fen: 100, basis: reason }),
  ],
  'proposals.settleEffect': ['democracy.answer', 'byId', () => ({ ...unknown, isConfirmed: false, reason })],
  'proposals.figures': ['democracy.view', 'own', () => period],
  'proposals.unions': ['democracy.view', 'silent', (place) => ({ ...period, text: place.name })],
  'proposals.exportUnions': ['members.exchange', 'own', () => period],
}
