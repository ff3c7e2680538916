import { day, ofUnion, reason, unknown, type Row } from './inputs.ts'

const entry = {
  ...{
    heading: 'concern',
    title: '体检安排',
    content: '体检的时间和地点',
    procedure: '起草、批准、核查、公开',
    period: 'yearly',
  },
  ...{ dueDays: 15, side: 'employer', responsible: '后勤负责人', audience: 'workers', article: '' },
}
const draft = { ...unknown, title: '体检安排', body: '今年的体检安排在五月的第二周。', isReady: true }
const signed = { seatId: unknown.id, paper: '审批表 1 号' }
const approval = { ...unknown, isApproved: true, hasNoSecrets: true }
const check = { ...unknown, isTrue: true, isComplete: true, isLawful: true }
const answer = { ...unknown, answer: '已经安排妥当', outcome: 'explained' }
const seat = {
  body: 'leading',
  role: 'head',
  capacity: 'partySecretary',
  memberId: null,
  personName: '赵刚',
  title: '党委书记',
  fromOn: day,
}

/** Calls about open affairs. What begins with an item is proven by the module's own tests. */
export const disclosure: Record<string, Row> = {
  'disclosure.plans': ['democracy.view', 'missing', ofUnion],
  'disclosure.begin': ['democracy.manage', 'missing', (place) => ({ ...ofUnion(place), kind: 'union' })],
  'disclosure.saveEntry': ['democracy.manage', 'byId', () => ({ ...entry, planId: unknown.id, id: null, reason })],
  'disclosure.endEntry': ['democracy.manage', 'byId', () => ({ ...unknown, reason })],
  'disclosure.adopt': ['democracy.manage', 'byId', () => ({ ...unknown, adoptedOn: day, meeting: '党委会 1 号', basis: '' })],
  'disclosure.groups': ['democracy.view', 'missing', ofUnion],
  'disclosure.seat': ['democracy.manage', 'missing', (place) => ({ ...ofUnion(place), ...seat })],
  'disclosure.unseat': ['democracy.manage', 'byId', () => ({ ...unknown, untilOn: day })],
  'disclosure.list': ['democracy.view', 'silent', ofUnion],
  'disclosure.export': ['members.exchange', 'own', () => ({})],
  'disclosure.get': ['democracy.view', 'byId', () => unknown],
  'disclosure.open': ['democracy.manage', 'byId', () => ({ entryId: unknown.id, label: '三月', on: day })],
  'disclosure.draft': ['democracy.answer', 'byId', () => draft],
  'disclosure.draftAsUnion': ['democracy.manage', 'byId', () => draft],
  'disclosure.approve': ['democracy.view', 'byId', () => approval],
  'disclosure.approveOnPaper': ['democracy.manage', 'byId', () => ({ ...approval, ...signed })],
  'disclosure.check': ['democracy.view', 'byId', () => check],
  'disclosure.checkOnPaper': ['democracy.manage', 'byId', () => ({ ...check, ...signed })],
  'disclosure.takeDown': ['democracy.manage', 'byId', () => ({ ...unknown, reason })],
  'disclosure.answer': ['democracy.answer', 'byId', () => answer],
  'disclosure.answerAsUnion': ['democracy.manage', 'byId', () => answer],
  'disclosure.reopen': ['democracy.view', 'byId', () => ({ ...unknown, reason })],
  'disclosure.reports': ['democracy.view', 'own', () => ({})],
  'disclosure.report': [
    'democracy.manage',
    'missing',
    (place) => ({
      ...ofUnion(place),
      itemId: null,
      ground: 'notPublished',
      authority: '区总工会',
      facts: reason,
      receivedOn: day,
    }),
  ],
  'disclosure.closeReport': ['democracy.manage', 'byId', () => ({ ...unknown, investigatedOn: day, result: reason })],
  'disclosure.picture': ['democracy.view', 'own', () => ({})],
  'disclosure.exportPicture': ['members.exchange', 'own', () => ({})],
  'disclosure.verify': ['democracy.view', 'own'],
  'disclosure.mine': ['self', 'own'],
  'disclosure.show': ['self', 'byId', () => unknown],
  'disclosure.confirm': ['self', 'byId', () => unknown],
  'disclosure.ask': ['self', 'byId', () => ({ itemId: unknown.id, kind: 'question', body: reason, isNamed: false })],
  'disclosure.settle': ['self', 'byId', () => ({ ...unknown, as: 'satisfied' })],
  'disclosure.board': ['anyone', 'open', ofUnion],
  'disclosure.shown': ['anyone', 'open', () => unknown],
  'disclosure.prove': ['anyone', 'open', () => unknown],
}
