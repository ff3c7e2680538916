import { ofUnion, reason, unknown, type Row } from './inputs.ts'

const assembly = { kind: 'members', heldOn: '2026-02-02', expected: 30, present: 28, document: '会员大会决议' }

/** Calls about what unions owe. A duty is made by the clock alone, so its calls are proven by the module's own tests. */
export const supervision: Record<string, Row> = {
  'supervision.list': ['unions.view', 'missing', (place) => ({ whose: 'below', ...ofUnion(place) })],
  'supervision.export': ['members.exchange', 'own', () => ({})],
  'supervision.get': ['unions.view', 'byId', () => unknown],
  'supervision.calendar': ['unions.view', 'missing', (place) => ({ whose: 'union', month: '2026-03', ...ofUnion(place) })],
  'supervision.figures': ['unions.view', 'missing', ofUnion],
  'supervision.clocks': ['unions.view', 'missing', ofUnion],
  'supervision.excuse': ['unions.approve', 'byId', () => ({ ...unknown, reason })],
  'supervision.urge': ['unions.approve', 'byId', () => ({ dutyIds: [unknown.id], body: reason, replyBy: '2026-03-12' })],
  'supervision.urges': ['unions.view', 'own', () => ({ side: 'received' })],
  'supervision.reply': ['unions.view', 'byId', () => ({ ...unknown, body: reason })],
  'supervision.closeUrge': ['unions.approve', 'byId', () => ({ ...unknown, outcome: reason })],
  'supervision.recordAssembly': ['unions.file', 'missing', (place) => ({ ...ofUnion(place), ...assembly })],
  'supervision.withdrawAssembly': ['unions.file', 'byId', () => ({ ...unknown, reason })],
  'supervision.assemblies': ['unions.view', 'missing', ofUnion],
  'supervision.feed': ['self', 'own'],
  'supervision.renewFeed': ['self', 'own'],
  'supervision.endFeed': ['self', 'own'],
}
