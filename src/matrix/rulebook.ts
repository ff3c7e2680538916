import { unknown, type Row } from './inputs.ts'

const figure = { statute: 'MEM-02.answer', value: 2, fromOn: '2026-12-01' }
const days = { year: 2027, rest: [], work: [] }

/** The library is public to whoever is signed in; a ruling is always one's own union's. */
export const rulebook: Record<string, Row> = {
  'rulebook.law': ['self', 'open', () => ({})],
  'rulebook.search': ['self', 'open', () => ({})],
  'rulebook.get': ['self', 'open', () => ({ id: 'MEM-02.answer' })],
  'rulebook.clocks': ['unions.view', 'own'],
  'rulebook.impact': ['system.manage', 'own', () => figure],
  'rulebook.rule': ['system.manage', 'own', () => ({ ...figure, reason: '缩短答复时限', fingerprint: '' })],
  'rulebook.withdraw': ['system.manage', 'byId', () => ({ ...unknown, reason: '不再需要' })],
  'rulebook.year': ['self', 'open', () => ({ year: 2026 })],
  'rulebook.yearImpact': ['system.manage', 'own', () => days],
  'rulebook.loadYear': ['system.manage', 'own', () => ({ ...days, notice: '国办发明电', reason: '录入通知', fingerprint: '' })],
  'rulebook.documents': ['self', 'open', () => ({})],
  'rulebook.document': ['self', 'byId', () => unknown],
  'rulebook.fileDocument': [
    'system.manage',
    'own',
    () => ({
      title: '关于缩短入会答复时限的通知',
      issuer: '区总工会',
      issuedOn: '2026-03-01',
      fromOn: '2026-03-01',
      articles: [{ label: '第一条', body: '入会申请两个工作日内答复。' }],
    }),
  ],
  'rulebook.endDocument': ['system.manage', 'byId', () => ({ ...unknown, endsOn: '2026-03-02', reason: '不再适用' })],
  'rulebook.export': ['unions.view', 'own', () => ({})],
}
