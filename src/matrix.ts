import type { Authority } from '#kit/powers'

/**
 * Who may call what: one line a call, walked by `matrix.test.ts` against every kind of post and against one's own, another and a
 * superior's union. A call without a line fails the test.
 *
 * A new call: `'hardship.get': ['care.view', 'missing', ({ union }) => ({ id: union })]`, which says
 *   1. the power it takes (`self`: signed in; `anyone`: the public);
 *   2. what somebody who holds that power elsewhere is answered about this place:
 *      `missing`  404, and the own union and its superiors are not answered 404;
 *      `silent`   an answer that carries nothing of the other place (a list, a count);
 *      `byId`     404, about a record that only its own module can make: there its test of the stranger proves the other half;
 *      `own`      the call names no place: it answers from one's own scope, and nothing of another place is in it;
 *      `open`     public by design, the same for everybody;
 *   3. a valid input about a place (its union, a member, an appointment, an account, an employer). Left out when the call takes none.
 * More kinds of record: add them to `Place` and to `furnish` in the test.
 */
export type Foreign = 'missing' | 'silent' | 'byId' | 'own' | 'open'
export type Place = {
  union: string
  parent: string
  member: string
  appointment: string
  account: string
  employer: string
  name: string
}
export type Row = readonly [needs: Authority, foreign: Foreign, about?: (place: Place) => unknown]

const day = '2026-03-02'
const reason = '核对后办理'
const byUnion = ({ union }: Place) => ({ id: union })
const ofUnion = ({ union }: Place) => ({ unionId: union })
const byMember = ({ member }: Place) => ({ id: member })
const byPost = ({ appointment }: Place) => ({ id: appointment })
const byAccount = ({ account }: Place) => ({ id: account })
const byEmployer = ({ employer }: Place) => ({ id: employer })
/** A record of a kind that the test does not make: nobody's id. */
const unknown = { id: '00000000-0000-4000-8000-00000000dead' }
const nothing = Object.fromEntries(
  'shortName code creditCode unitName unitCreditCode ownership sector place address staffCount hasSeal hasPlate hasAccount hasCertificate certificateUntil chairMode hasOwnOffice isMergedWithParty fullTimePosts partTimePosts'
    .split(' ')
    .map((field) => [field, null]),
)
const responsible = { side: 'party', personId: null, personName: '赵刚', title: '党委书记', organisation: null, fromOn: day }
const employer = {
  name: '明辉电器有限公司',
  creditCode: null,
  unitKind: 'enterprise',
  ownership: null,
  sector: null,
  address: null,
}
const employerFacts = { ...employer, headcount: null, setUpOn: null, source: null }
const words = { unit: '企业', head: '总经理', worker: '职工', disclosure: '厂务公开', congress: '职工代表大会' }
const template = { words: { ...words, congressShort: '职代会', branch: '分会', group: '小组' }, unused: [], version: 0 }

const code = '0123456789ABCDEF'
const work = (place: Place) => ({
  ...ofUnion(place),
  employer: employer.name,
  employmentForm: 'contract',
  basis: 'labour',
  charterVersion: 1,
  privacyVersion: 1,
})
const goal = (place: Place) => ({ ...ofUnion(place), ground: 'newEmployer', note: null })
const application = (place: Place) => ({
  ...work(place),
  ...{ name: '李春梅', idType: 'passport', idNumber: 'E12345678', mobile: '13900000000' },
  code: place.union.replaceAll('-', '').toUpperCase().slice(0, 16),
})

export const matrix: Record<string, Row> = {
  'unions.top': ['unions.view', 'own'],
  'unions.children': ['unions.view', 'silent', byUnion],
  'unions.get': ['unions.view', 'missing', byUnion],
  'unions.search': ['unions.view', 'silent', ({ name }) => ({ text: name })],
  'unions.list': ['unions.view', 'own', () => ({})],
  'unions.outline': ['unions.view', 'missing', byUnion],
  'unions.asOf': ['unions.view', 'open', (place) => ({ ...byUnion(place), day })],
  'unions.history': ['unions.view', 'missing', byUnion],
  'unions.directory': ['anyone', 'open', () => ({ text: '' })],
  'unions.add': ['unions.file', 'missing', ({ union }) => ({ parentId: union, kind: 'branch', name: '二车间分会' })],
  'unions.rename': ['unions.file', 'missing', (place) => ({ ...byUnion(place), name: '新名字', shortName: null, version: 1 })],
  'unions.shift': ['unions.file', 'missing', (place) => ({ ...byUnion(place), parentId: place.parent, version: 1 })],
  'unions.close': ['unions.file', 'missing', (place) => ({ ...byUnion(place), version: 1 })],
  'unions.correct': ['unions.file', 'missing', (place) => ({ ...byUnion(place), version: 1, facts: nothing })],
  'unions.templates': ['anyone', 'open'],
  'unions.setTemplate': ['system.manage', 'own', () => ({ unitType: 'school', ...template })],

  'members.list': ['members.view', 'silent', ({ name }) => ({ text: name })],
  'members.get': ['members.view', 'missing', byMember],
  'members.add': ['members.manage', 'missing', (place) => ({ ...ofUnion(place), name: '王秀英' })],
  'members.correct': ['members.manage', 'missing', (place) => ({ ...byMember(place), version: 1, changes: { job: '钳工' } })],
  'members.tag': ['members.manage', 'missing', (place) => ({ ...byMember(place), tag: 'migrant' })],
  'members.untag': ['members.manage', 'missing', (place) => ({ ...byMember(place), tag: 'migrant' })],
  'members.check': ['members.manage', 'missing', byMember],
  'members.problems': ['members.view', 'silent', ofUnion],
  'members.duplicates': ['members.manage', 'silent', ofUnion],
  'members.merge': [
    'members.manage',
    'byId',
    () => ({ keepId: unknown.id, dropId: '00000000-0000-4000-8000-00000000beef', reason }),
  ],
  'members.merges': ['members.view', 'silent', byMember],
  'members.unmerge': ['members.manage', 'byId', () => unknown],
  'members.reveal': ['members.sensitive', 'missing', (place) => ({ ...byMember(place), field: 'mobile', reason })],
  'members.corrections': ['members.manage', 'own', () => ({})],
  'members.decideCorrection': ['members.manage', 'byId', () => ({ ...unknown, isAccepted: true, reason })],
  'members.mine': ['self', 'own'],
  'members.confirmMine': ['self', 'own'],
  'members.requestCorrection': ['self', 'own', () => ({ wanted: { job: '钳工' } })],
  'members.withdrawCorrection': ['self', 'byId', () => unknown],
  'members.whoLooked': ['self', 'own'],
  'members.copyMine': ['self', 'own'],
  'members.consents': ['self', 'own'],
  'members.consent': ['self', 'own', () => ({ purpose: 'sensitive', textVersion: 1 })],
  'members.withdraw': ['self', 'own', () => ({ purpose: 'sensitive' })],

  'posts.kinds': ['posts.view', 'own'],
  'posts.kindHistory': ['posts.view', 'own', () => ({ kind: 'chair' })],
  'posts.adjustKind': [
    'security.manage',
    'own',
    () => ({ kind: 'instructor', duties: ['指导组建'], powers: ['unions.view'], secondFactor: false, reason }),
  ],
  'posts.ofUnion': ['posts.view', 'missing', ofUnion],
  'posts.list': ['posts.view', 'silent', ({ name }) => ({ text: name })],
  'posts.get': ['posts.view', 'missing', byPost],
  'posts.candidates': ['posts.name', 'missing', (place) => ({ ...ofUnion(place), text: place.name })],
  'posts.appoint': [
    'posts.manage',
    'missing',
    (place) => ({ ...ofUnion(place), memberId: place.member, kind: 'treasurer', fromOn: day, came: 'appointed' }),
  ],
  'posts.amend': ['posts.manage', 'missing', (place) => ({ ...byPost(place), title: '', portfolio: '分管组织', fullTime: true })],
  'posts.extend': ['posts.manage', 'missing', (place) => ({ ...byPost(place), untilOn: '2029-03-01', basis: reason })],
  'posts.end': ['posts.manage', 'missing', (place) => ({ ...byPost(place), on: day, why: 'resigned' })],
  'posts.handOver': [
    'posts.manage',
    'missing',
    ({ appointment }) => ({ fromId: appointment, toId: appointment, on: day, why: 'resigned', note: '' }),
  ],
  'posts.appointAdministrator': [
    'posts.name',
    'missing',
    (place) => ({ ...ofUnion(place), memberId: place.member, kind: 'systemAdministrator' }),
  ],
  'posts.confirmAuditor': ['posts.manage', 'missing', byPost],
  'posts.endAdministrator': ['posts.name', 'missing', (place) => ({ ...byPost(place), why: 'resigned' })],
  'posts.administrators': ['posts.view', 'own'],
  'posts.overview': ['posts.view', 'silent', ({ name }) => ({ text: name })],

  'me.get': ['self', 'own'],
  'me.actAs': ['self', 'own', () => ({ postId: null })],

  'accounts.list': ['accounts.manage', 'silent', ({ name }) => ({ text: name })],
  'accounts.withoutAccount': ['accounts.manage', 'own', () => ({})],
  'accounts.invite': ['accounts.manage', 'missing', ({ member }) => ({ memberId: member })],
  'accounts.lock': ['accounts.manage', 'missing', (place) => ({ ...byAccount(place), reason })],
  'accounts.unlock': ['accounts.manage', 'missing', (place) => ({ ...byAccount(place), reason })],
  'accounts.signOut': ['accounts.manage', 'missing', byAccount],
  'accounts.askReset': ['accounts.manage', 'missing', (place) => ({ ...byAccount(place), reason })],
  'accounts.resets': ['posts.manage', 'own'],
  'accounts.confirmReset': ['posts.manage', 'byId', () => unknown],
  'accounts.reset': ['accounts.manage', 'missing', (place) => ({ ...byAccount(place), secondFactor: false })],
  'accounts.journal': ['audit.view', 'missing', ofUnion],
  'accounts.exportJournal': ['audit.view', 'own', () => ({})],
  'accounts.verifyJournal': ['audit.view', 'own'],

  'changes.list': ['unions.view', 'silent', ofUnion],
  'changes.get': ['unions.view', 'byId', () => unknown],
  'changes.save': [
    'unions.file',
    'missing',
    (place) => ({ ...ofUnion(place), asked: { kind: 'chair', electedOn: day }, grounds: reason, papers: [], effectiveOn: day }),
  ],
  'changes.file': ['unions.file', 'byId', () => ({ ...unknown, version: 1 })],
  'changes.withdraw': ['unions.file', 'byId', () => ({ ...unknown, version: 1 })],
  'changes.sendBack': ['unions.approve', 'byId', () => ({ ...unknown, version: 1, reason })],
  'changes.approve': ['unions.approve', 'byId', () => ({ ...unknown, version: 1 })],
  'changes.relocate': ['unions.approve', 'byId', () => ({ ...unknown, version: 1, toUnionId: unknown.id, how: 'retain' })],
  'changes.record': ['unions.file', 'byId', () => ({ ...unknown, version: 1, paper: '东工发〔2026〕3 号' })],
  'changes.undo': ['unions.approve', 'byId', () => ({ ...unknown, reason })],
  'changes.register': ['unions.file', 'byId', () => ({ ...unknown, on: day })],
  'changes.chains': ['unions.view', 'open'],
  'changes.setChain': ['system.manage', 'own', () => ({ kind: 'rename', layers: 1, fromOn: day })],
  'changes.figures': ['unions.view', 'own', () => ({ split: day })],

  'employers.list': ['unions.view', 'silent', ({ name }) => ({ text: name })],
  'employers.get': ['unions.view', 'missing', byEmployer],
  'employers.coverage': ['unions.view', 'missing', ({ union }) => ({ below: union })],
  'employers.add': ['unions.file', 'missing', (place) => ({ ...ofUnion(place), ...employerFacts })],
  'employers.correct': [
    'unions.file',
    'missing',
    (place) => ({ ...byEmployer(place), version: 1, facts: { ...employerFacts, ...ofUnion(place) } }),
  ],
  'employers.assign': ['unions.file', 'silent', (place) => ({ ids: [place.employer], personId: null, personName: '周明' })],
  'employers.advance': [
    'unions.file',
    'missing',
    (place) => ({ ...byEmployer(place), version: 1, stage: 'contact', onDay: day, note: '已上门联系' }),
  ],
  'employers.obstruct': [
    'unions.file',
    'missing',
    (place) => ({ ...byEmployer(place), facts: '不让组织者进入厂区谈话', openedOn: day }),
  ],
  'employers.press': ['unions.file', 'byId', () => ({ ...unknown, step: 'labourAsked', onDay: day, note: '已去函' })],
  'employers.keys': ['unions.view', 'own', () => ({})],
  'employers.key': ['unions.view', 'byId', () => unknown],
  'employers.markKey': ['unions.approve', 'missing', (place) => ({ employerId: place.employer, isKey: true })],
  'employers.instruct': ['unions.approve', 'byId', () => ({ ...unknown, version: 1, personId: null, personName: '周明' })],
  'employers.proceed': ['unions.approve', 'byId', () => ({ ...unknown, version: 1, process: 'founding', to: 'underway' })],
  'employers.visit': [
    'unions.approve',
    'byId',
    () => ({ ...unknown, kind: 'visit', process: null, onDay: day, note: '走访一次' }),
  ],

  'charters.list': ['unions.view', 'missing', ofUnion],
  'charters.inForce': ['anyone', 'open', ofUnion],
  'charters.save': [
    'unions.file',
    'missing',
    (place) => ({ ...ofUnion(place), version: 0, title: '工会章程', body: reason.repeat(5) }),
  ],
  'charters.adopt': [
    'unions.file',
    'byId',
    () => ({ ...unknown, version: 1, meeting: 'assembly', adoptedOn: day, expected: 9, present: 9, inFavour: 9 }),
  ],
  'charters.publish': ['unions.file', 'byId', () => ({ ...unknown, version: 1, inForceOn: day })],
  'charters.figures': ['unions.view', 'own'],

  'leadership.parties': ['unions.view', 'missing', ofUnion],
  'leadership.name': ['unions.file', 'missing', (place) => ({ ...ofUnion(place), ...responsible })],
  'leadership.release': ['unions.file', 'byId', () => ({ ...unknown, untilOn: day })],
  'leadership.decisions': ['unions.view', 'silent', ofUnion],
  'leadership.decide': [
    'unions.file',
    'byId',
    (place) => ({
      ...ofUnion(place),
      executorId: unknown.id,
      decidedOn: day,
      meeting: '专题会议',
      decision: '落实母婴室',
      dueOn: day,
    }),
  ],
  'leadership.finish': ['unions.file', 'byId', () => ({ ...unknown, version: 1, doneOn: day, outcome: '已落实' })],
  'leadership.mine': ['self', 'own'],
  'leadership.finishMine': ['self', 'byId', () => ({ ...unknown, version: 1, doneOn: day, outcome: '已落实' })],
  'leadership.figures': ['unions.view', 'own'],
  'leadership.incomplete': ['unions.view', 'own', () => ({})],

  'transfers.start': ['self', 'own', (place) => goal(place)],
  'transfers.mine': ['self', 'own'],
  'transfers.agree': ['self', 'byId', () => unknown],
  'transfers.stop': ['self', 'byId', () => unknown],
  'transfers.list': ['members.view', 'silent', ({ member }) => ({ memberId: member })],
  'transfers.overdue': ['members.view', 'own', () => ({})],
  'transfers.counts': ['members.view', 'own'],
  'transfers.get': ['members.view', 'byId', () => unknown],
  'transfers.startOld': ['members.decide', 'missing', (place) => ({ ...goal(place), memberId: place.member })],
  'transfers.startNew': ['members.decide', 'missing', (place) => ({ ...goal(place), name: '王秀英', idNumber: 'E12345678' })],
  'transfers.release': ['members.decide', 'byId', () => ({ ...unknown, version: 1 })],
  'transfers.accept': ['members.decide', 'byId', () => ({ ...unknown, version: 1 })],
  'transfers.agreeOnPaper': ['members.manage', 'byId', () => ({ ...unknown, version: 1, paper: '接转表' })],
  'transfers.refuse': ['members.decide', 'byId', () => ({ ...unknown, version: 1, reason })],
  'transfers.withdraw': ['members.decide', 'byId', () => ({ ...unknown, version: 1, reason })],

  'joining.place': ['anyone', 'open', ofUnion],
  'joining.apply': ['anyone', 'open', (place) => application(place)],
  'joining.progress': ['anyone', 'byId', () => ({ code })],
  'joining.withdraw': ['anyone', 'byId', () => ({ code })],
  'joining.applyMine': ['self', 'own', (place) => work(place)],
  'joining.mine': ['self', 'own'],
  'joining.withdrawMine': ['self', 'byId', () => unknown],
  'joining.list': ['members.view', 'silent', ofUnion],
  'joining.counts': ['members.view', 'own'],
  'joining.get': ['members.view', 'byId', () => unknown],
  'joining.enter': ['members.manage', 'missing', (place) => ({ ...application(place), paper: '纸质申请书' })],
  'joining.approve': ['members.decide', 'byId', () => ({ ...unknown, version: 1 })],
  'joining.approveMany': ['members.decide', 'byId', () => ({ ids: [unknown.id] })],
  'joining.refuse': ['members.decide', 'byId', () => ({ ...unknown, version: 1, reason })],
  'joining.asTransfer': ['members.decide', 'byId', () => ({ ...unknown, version: 1 })],
  'joining.export': ['members.exchange', 'own', () => ({})],
  'joining.card': ['self', 'own'],
  'joining.verifyCard': ['anyone', 'open', () => ({ token: 'v1.nothing.nothing.nothing' })],

  'standing.leaveMine': ['self', 'own', () => ({})],
  'standing.mine': ['self', 'own'],
  'standing.stayMine': ['self', 'byId', () => unknown],
  'standing.list': ['members.view', 'silent', ofUnion],
  'standing.get': ['members.view', 'byId', () => unknown],
  'standing.counts': ['members.view', 'own'],
  'standing.open': ['members.decide', 'missing', ({ member }) => ({ kind: 'leave', memberId: member, effectiveOn: day })],
  'standing.educate': ['members.decide', 'byId', () => ({ ...unknown, version: 1, on: day, how: reason })],
  'standing.discuss': ['members.decide', 'byId', () => ({ ...unknown, version: 1, on: day, opinion: reason })],
  'standing.decide': ['members.decide', 'byId', () => ({ ...unknown, version: 1, on: day, document: '纪要 1 号' })],
  'standing.report': ['members.decide', 'byId', () => ({ ...unknown, version: 1, on: day, number: '备案 1 号' })],
  'standing.drop': ['members.decide', 'byId', () => ({ ...unknown, version: 1, reason })],

  'imports.begin': ['members.exchange', 'byId', (place) => ({ upload: unknown.id, kind: 'members', ...ofUnion(place) })],
  'imports.list': ['members.exchange', 'own', () => ({})],
  'imports.get': ['members.exchange', 'byId', () => unknown],
  'imports.remap': ['members.exchange', 'byId', () => ({ ...unknown, mapping: [] })],
  'imports.check': ['members.exchange', 'byId', () => unknown],
  'imports.mend': ['members.exchange', 'byId', () => ({ ...unknown, sheetIndex: 0, row: 2, values: {} })],
  'imports.commit': ['members.exchange', 'byId', () => unknown],
  'imports.undo': ['members.exchange', 'byId', () => unknown],
  'imports.progress': ['members.exchange', 'own', () => unknown],
  'imports.marked': ['members.exchange', 'byId', () => unknown],
  'imports.blank': ['members.exchange', 'own', () => ({ kind: 'members' })],

  'insight.overview': ['statistics.view', 'missing', ofUnion],
  'insight.groups': ['statistics.view', 'missing', ofUnion],
  'insight.breakdown': ['statistics.view', 'missing', (place) => ({ ...ofUnion(place), by: 'kind' })],
  'insight.trend': ['statistics.view', 'missing', (place) => ({ ...ofUnion(place), from: '2025-12-01', to: day, step: 'month' })],
  'insight.records': ['statistics.view', 'missing', (place) => ({ ...ofUnion(place), figure: 'standing', value: 'member' })],
  'insight.export': ['members.exchange', 'silent', (place) => ({ ...ofUnion(place), by: 'kind' })],
}
