import { day, ofUnion, reason, unknown, type Row } from './inputs.ts'

const words = '照章办理，征求职工意见'
const meeting = { metOn: day, meeting: '党政联席会', representedBy: '王建国', unionOpinion: words, unionVote: 'for' }
const item = { year: 2026, title: '劳动竞赛', coreTask: null, coreWords: null, askedPeople: null, askedFen: 0, askedThings: null }
const granted = { answer: 'accepted', answerText: words, grantedPeople: null, grantedFen: 0, grantedThings: null }

/** Calls about the unit's major decisions and the union's part in them. */
export const decisions: Record<string, Row> = {
  'decisions.list': ['democracy.view', 'own', () => ({})],
  'decisions.export': ['democracy.view', 'own', () => ({})],
  'decisions.get': ['democracy.view', 'byId', () => unknown],
  'decisions.figures': ['democracy.view', 'own'],
  'decisions.missed': ['democracy.view', 'own', () => ({})],
  'decisions.register': [
    'democracy.view',
    'missing',
    (place) => ({ ...ofUnion(place), kind: 'operations', title: '设备更新改造', draft: '更新二车间三台冲床，改善作业环境。' }),
  ],
  'decisions.position': ['democracy.manage', 'byId', () => ({ ...unknown, position: words })],
  'decisions.meet': ['democracy.view', 'byId', () => ({ ...unknown, ...meeting })],
  'decisions.decide': ['democracy.view', 'byId', () => ({ ...unknown, outcome: 'changed', decision: words, reasons: words })],
  'decisions.feedBack': ['democracy.view', 'byId', () => unknown],
  'decisions.skip': ['democracy.view', 'byId', () => ({ ...unknown, stage: 'consult', reason })],
  'decisions.explain': ['democracy.manage', 'byId', () => ({ ...unknown, explanation: reason })],
  'decisions.addTask': [
    'democracy.view',
    'byId',
    () => ({ ...unknown, side: 'union', title: '收集意见', owner: '李秀英', dueOn: day }),
  ],
  'decisions.noteTask': ['democracy.view', 'byId', () => ({ ...unknown, body: words })],
  'decisions.finishTask': ['democracy.view', 'byId', () => ({ ...unknown, outcome: words })],
  'decisions.close': ['democracy.view', 'byId', () => unknown],
  'decisions.mine': ['self', 'own'],
  'decisions.say': ['self', 'byId', () => ({ ...unknown, choice: 'agree' })],
  'decisions.react': ['self', 'byId', () => ({ ...unknown, mark: 'satisfied' })],
  'decisions.instruments': ['democracy.view', 'own', () => ({})],
  'decisions.issue': [
    'democracy.manage',
    'own',
    () => ({
      power: 'seat',
      title: '列席生产例会',
      body: '请安排工会代表列席每月生产例会。',
      addressee: '行政负责人',
      replyBy: day,
    }),
  ],
  'decisions.reply': ['democracy.view', 'byId', () => ({ ...unknown, reply: 'accepted', replyText: words })],
  'decisions.items': ['democracy.view', 'own', () => ({})],
  'decisions.submitItem': ['democracy.manage', 'own', () => item],
  'decisions.answerItem': ['democracy.view', 'byId', () => ({ ...unknown, ...granted })],
  'decisions.agreeItem': ['democracy.manage', 'byId', () => unknown],
  'decisions.finishItem': ['democracy.view', 'byId', () => ({ ...unknown, effect: words })],
  'decisions.rights': ['democracy.view', 'own', () => ({ year: 2026 })],
  'decisions.loadRights': ['democracy.manage', 'own', () => ({ items: [{ kind: 'right', title: '组织职工', isKey: true }] })],
  'decisions.checkRight': ['democracy.manage', 'byId', () => ({ ...unknown, year: 2026, owner: '王建国', wasUsed: false })],
}
