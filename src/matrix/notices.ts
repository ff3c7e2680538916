import { day, reason, unknown, type Row } from './inputs.ts'

// Nobody here has a number: a rule refuses, and no row of a person who is not there is asked for.
const wanted = { channel: 'sms', isDaily: true, dailyAt: '09:00', quietFrom: '21:00', quietUntil: '08:00', muted: [] }

const wording = { title: '关于换届的通知', body: `请在 ${day} 前报送。` }

/** Calls about what people are told, and between unions. */
export const notices: Record<string, Row> = {
  'notices.list': ['self', 'own', () => ({})],
  'notices.count': ['self', 'own'],
  'notices.read': ['self', 'own', () => ({ ids: [unknown.id] })],
  'notices.readAll': ['self', 'own'],
  'notices.preference': ['self', 'own'],
  'notices.prefer': ['self', 'own', () => wanted],
  'notices.trial': ['self', 'own'],
  'notices.figures': ['system.manage', 'own', () => ({})],
  'notices.failures': ['system.manage', 'own', () => ({})],
  'notices.again': ['system.manage', 'own', () => ({ ids: [unknown.id] })],
  'notices.configure': ['system.manage', 'own', () => ({ channel: 'sms', settings: null })],

  'information.list': ['unions.view', 'own', () => ({})],
  'information.counts': ['unions.view', 'own'],
  'information.get': ['unions.view', 'byId', () => unknown],
  'information.audience': ['unions.file', 'own', () => ({ way: 'down', audience: {} })],
  'information.save': ['unions.file', 'own', () => ({ kind: 'notice', way: 'down', ...wording, audience: {} })],
  'information.submit': ['unions.file', 'byId', () => unknown],
  'information.decide': ['unions.approve', 'byId', () => ({ ...unknown, isAccepted: true })],
  'information.correct': ['unions.file', 'byId', () => ({ ...unknown, ...wording, why: reason })],
  'information.withdraw': ['unions.file', 'byId', () => ({ ...unknown, why: reason })],
  'information.open': ['unions.view', 'byId', () => unknown],
  'information.reply': ['unions.file', 'byId', () => ({ ...unknown, recipientId: unknown.id, body: '已经收到' })],
  'information.remind': ['unions.file', 'byId', () => unknown],
  'information.receipts': ['unions.view', 'byId', () => unknown],
  'information.figures': ['unions.view', 'own', () => ({})],
  'information.setting': ['unions.view', 'own'],
  'information.set': ['unions.approve', 'own', () => ({ needsApproval: true, reason })],
  'information.export': ['members.exchange', 'byId', () => unknown],
  'information.file': ['unions.view', 'byId', () => unknown],
}
