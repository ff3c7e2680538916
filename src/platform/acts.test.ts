import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { router } from '../router.ts'

const world = testWorld('2026-03-02')

test('the public is slowed down when it acts by the hundred, and not when it reads', async () => {
  const until = new Date('2026-03-02T10:00:00+08:00')
  const context = {
    pool: world.pool,
    region: world.region,
    place: 'national' as const,
    user: { powers: [] },
    now: world.now,
    brake: async () => until,
  }
  const { unions, founding } = createRouterClient(router, { context })
  await expect(unions.directory({ text: '' })).resolves.toEqual([])
  const signature = {
    code: 'nobodysproject0000',
    unitId: null,
    name: '吴强',
    idNumber: '110105199003070017',
    mobile: null,
    textVersion: 1 as const,
  }
  await expect(founding.sign(signature)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
})
