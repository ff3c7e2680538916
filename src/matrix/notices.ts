import { unknown, type Row } from './inputs.ts'

const wanted = { channel: 'none', isDaily: true, dailyAt: '09:00', quietFrom: '21:00', quietUntil: '08:00', muted: [] }

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
}
