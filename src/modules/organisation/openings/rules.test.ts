import { expect, test } from 'vitest'
import { statuteOn } from '#law/statutes'
import { lacksOf, mayChoose, mayStart, mayVote, stateOf } from './rules.ts'

const dates = {
  announcedOn: '2026-03-02',
  applyUntil: '2026-03-10',
  endedOn: null,
  endedWhy: null,
  seats: 1,
  chosen: 0,
  started: 0,
}
test.for([
  ['2026-03-01', { announcedOn: null }, 'prepared'],
  ['2026-03-10', {}, 'announced'],
  ['2026-03-11', {}, 'choosing'],
  ['2026-03-11', { chosen: 1 }, 'chosen'],
  ['2026-03-30', { chosen: 1, started: 1, endedOn: '2026-03-20' }, 'filled'],
  ['2026-03-30', { endedOn: '2026-03-20', endedWhy: '编制收回' }, 'calledOff'],
] as const)('on %s with %o: %s', ([today, more, state]) => expect(stateOf({ ...dates, ...more }, today)).toBe(state))

const empty = { politics: null, management: null, profession: null, trust: null, workersAsked: null, superiorAgrees: null }
const full = { politics: '党员', management: '带过班', profession: '学过', trust: '推荐', workersAsked: 20, superiorAgrees: true }
test('a file says what it lacks', () => {
  expect(lacksOf(empty)).toEqual(['politics', 'management', 'profession', 'trust', 'workers', 'superior'])
  expect(lacksOf(full)).toEqual([])
})

test.for([
  [{ entitled: 9, present: 5, inFavour: 3, against: 2 }, undefined],
  [{ entitled: 9, present: 4, inFavour: 4, against: 0 }, 'openings.quorum'],
  [{ entitled: 10, present: 6, inFavour: 4, against: 0 }, undefined],
  [{ entitled: 9, present: 6, inFavour: 2, against: 0 }, 'openings.majority'],
  [{ entitled: 9, present: 6, inFavour: 4, against: 0 }, undefined],
  [{ entitled: 10, present: 5, inFavour: 5, against: 0 }, 'openings.quorum'],
  [{ entitled: 9, present: 6, inFavour: 3, against: 0 }, 'openings.majority'],
  [{ entitled: 9, present: 6, inFavour: 4, against: 3 }, 'openings.vote'],
  [{ entitled: 5, present: 6, inFavour: 4, against: 0 }, 'openings.vote'],
] as const)('%o: %s', ([vote, code]) => expect(mayVote(vote, '2026-03-12')?.code).toBe(code))

test('a union that ruled otherwise counts otherwise', () => {
  const own = [{ ...statuteOn('CADRE-01.majority', '2026-03-12'), value: false, path: '0001' }]
  const vote = { entitled: 10, present: 5, inFavour: 2, against: 0 }
  expect(mayVote(vote, '2026-03-12', { scope: 'national', own })).toBeNull()
})

const choosing = {
  ...{ state: 'choosing' as const, today: '2026-03-12', applyUntil: '2026-03-10' },
  ...{ lacks: [], decidedOn: '2026-03-11', noticeUntil: '2026-03-18' },
}
test.for([
  [{}, undefined],
  [{ today: '2026-03-10', state: 'announced' as const }, 'openings.early'],
  [{ decidedOn: '2026-03-10' }, 'openings.day'],
  [{ decidedOn: '2026-03-13' }, 'openings.day'],
  [{ noticeUntil: '2026-03-10' }, 'openings.notice'],
  [{ lacks: ['trust' as const] }, 'openings.evidence'],
  [{ lacks: ['superior' as const] }, undefined],
  [{ state: 'prepared' as const }, 'openings.prepared'],
] as const)('chosen with %o: %s', ([more, code]) => expect(mayChoose({ ...choosing, ...more }, null)?.code).toBe(code))

test('nobody takes the post before the notice is over', () => {
  expect(mayStart('2026-03-18', '2026-03-19', '2026-03-18', false)?.code).toBe('openings.notice')
  expect(mayStart('2026-03-18', '2026-03-18', '2026-03-19', false)?.code).toBe('openings.notice')
  expect(mayStart('2026-03-18', '2026-03-19', '2026-03-19', false)).toBeNull()
  expect(mayStart('2026-03-18', '2026-03-19', '2026-03-19', true)?.code).toBe('openings.started')
})
