import { randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { addDays } from '#kit/dates'
import { type Power, powers } from '#kit/powers'
import { type Kind, postKinds } from '#rules/organisation/posts'
import { dayOf, type User } from '#platform/session'
import { router } from '../../router.ts'
import type { OpenHouse } from '../open.ts'
import type { Place } from './network.ts'
import { here } from './place.ts'

export type House = Pick<OpenHouse, 'pool' | 'region' | 'signin'>
export type Person = { id: string; name: string; sex: 'male' | 'female'; unionId: string }
/** A union of the demonstration as it was planted, with everybody registered directly there. */
export type Planted = { place: Place; id: string; path: string; people: Person[]; unitCode: string | null }

const DAY = 86_400_000
const all = Object.keys(powers) as Power[]

/** The calls as the server takes them, so that what the demonstration did left its steps and journal lines; `daysAgo` it happened. */
export function callsFor(house: House) {
  const { pool, region } = house
  const now = new Date()
  const today = dayOf(now)
  const as = (user: User, daysAgo: number) =>
    createRouterClient(router, {
      context: { pool, region, place: here, user, now: new Date(now.getTime() - daysAgo * DAY) },
    })
  return {
    today,
    day: (daysAgo: number) => addDays(today, -daysAgo),
    /** As a cadre of a union, in office when it happened. */
    at: (
      { id, path, place }: Pick<Planted, 'id' | 'path' | 'place'>,
      daysAgo = 0,
      account: string = randomUUID(),
      kind: Kind = 'viceChair',
    ) => {
      const post = { id: randomUUID(), kind, title: postKinds[kind].title, unionId: id, unionName: place.name, path }
      return as({ account, post, powers: all }, daysAgo)
    },
    /** As a worker with his own phone. */
    self: ({ id }: Person, daysAgo = 0) => as({ account: randomUUID(), person: id, powers: [] }, daysAgo),
  }
}
export type Calls = ReturnType<typeof callsFor>

/** The planted union of a name; a name that is not there is a slip of the demonstration's author. */
export function named(unions: readonly Planted[], name: string): Planted {
  const union = unions.find(({ place }) => place.name === name)
  if (!union) throw new Error(`no union ${name} in the demonstration`)
  return union
}
