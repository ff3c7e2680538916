import { randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { powers, type Power } from '#kit/powers'
import type { Caller } from '#platform/session'
import { router } from '../src/router.ts'
import { type Place, region, type Union } from './place.ts'

/** The router in this process, as a cadre of a union. */
export function cadreOf({ pool }: Pick<Place, 'pool'>, union: Union, account: string = randomUUID()) {
  const post = { id: randomUUID(), kind: 'chair', title: '主席', unionId: union.id, unionName: union.name, path: union.path }
  const user = { account, post, powers: Object.keys(powers) as Power[] }
  return createRouterClient(router, { context: (): Caller => ({ pool, region, place: 'national', user, now: new Date() }) })
}
