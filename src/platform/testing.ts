import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { Authority } from '#kit/powers'
import type { Scope } from '#law/statutes'
import { installBallotKeys } from '#platform/ballots'
import { everywhere, openPool, within, type Db } from '#platform/db'
import { installRing, keyRing } from '#platform/secrets'
import { admin, asAdmin, password, templateName } from '#platform/testing.template'
import { dayOf, type Caller, type Session, type User } from '#platform/session'
import { router } from '../router.ts'

const region = 'region_main'

const keys = keyRing({ current: 'dGVzdHMgdXNlIHRoaXMga2V5IGFuZCBub3RoaW5nIGVsc2U', readable: [] })
const ballotKeys = mkdtempSync(join(tmpdir(), 'gongqiao-ballot-keys-'))

/** A worker takes one file after another: each begins with these keys, whatever the last one installed. */
function installKeys() {
  installRing(keys)
  installBallotKeys([ballotKeys])
}
installKeys()

/**
 * A database of its own for one test file, made from the migrated template, and people to act in it through the router.
 * `at` is the moment the tests live in; a test may move `world.now`.
 */
export function testWorld(at: string) {
  installKeys()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const world = {
    now: new Date(at.length === 10 ? `${at}T09:00:00+08:00` : at),
    region,
    /** Where the region is; a test may say so. */
    place: 'national' as Scope,
    pool: undefined as unknown as pg.Pool,
    /** The owner's URL of this test's database: for what only a superuser could do. */
    ownerUrl: '',
    /** The router as this user; `post` limits it to a subtree. */
    as(user: Partial<User> & { powers?: readonly Authority[] }, key?: string) {
      const whole: User = { account: randomUUID(), powers: [], ...user }
      const context = (): Caller => ({ pool: world.pool, region, place: world.place, user: whole, now: world.now, key })
      return { ...whole, api: createRouterClient(router, { context }) }
    },
    /** The router with nobody signed in. */
    get anyone() {
      const context = (): Caller => ({ pool: world.pool, region, place: world.place, user: { powers: [] }, now: world.now })
      return createRouterClient(router, { context })
    },
    /** Work with an open session over the whole region: for builders. */
    session<T>(work: (session: Session) => Promise<T>): Promise<T> {
      return within(world.pool, { region, role: 'post', ...everywhere }, (db: Db) =>
        work({ db, region, place: world.place, user: { powers: [] }, now: world.now, today: dayOf(world.now), line: {} }),
      )
    },
  }
  beforeAll(async () => {
    await asAdmin((client) => client.query(`create database ${name} template ${templateName()}`))
    const url = new URL(admin)
    url.pathname = `/${name}`
    world.ownerUrl = url.href
    url.username = 'gongqiao_server'
    url.password = password
    world.pool = openPool(url.href)
  })
  afterAll(async () => {
    await world.pool?.end()
    await asAdmin((client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return world
}
