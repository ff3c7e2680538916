import type { testWorld } from '#platform/testing'
import { aTown } from '#testing/organisation/competences'
import { aPerson } from '#testing/organisation/posts'
import { postAt } from '#testing/organisation/unions'

const union = ['unions.view', 'members.view', 'democracy.view', 'democracy.manage'] as const
const employer = ['unions.view', 'democracy.view', 'democracy.answer'] as const

/** A factory with its union's chair and its employer's clerk at the gate, workers with their phones, a superior and the next factory. */
export async function aUnit(world: ReturnType<typeof testWorld>, workers = 2) {
  const town = await aTown(world)
  const people = await world.session(async (session) => {
    const made: string[] = []
    for (let n = 0; n < workers; n++) made.push(await aPerson(session, town.factory, `职工${'甲乙丙丁戊己庚辛'[n] ?? n}`))
    return made
  })
  const at = (of: typeof town.town, powers: readonly string[], kind: string) =>
    world.as({ post: postAt(of, kind), powers: powers as typeof union }).api
  return {
    ...town,
    people,
    chair: at(town.factory, union, 'chair'),
    clerk: at(town.factory, employer, 'administrationClerk'),
    sight: at(town.factory, ['democracy.view'], 'member'),
    superior: at(town.town, union, 'chair'),
    next: at(town.next, union, 'chair'),
    top: at(town.district, union, 'chair'),
  }
}

export const aDraft = (unionId: string, more: object = {}) => ({
  unionId,
  kind: 'rules' as const,
  title: '夜班津贴发放办法',
  draft: '夜班每班津贴由二十元提高到三十元，按月随工资发放。',
  opinionsUntil: '2026-03-10',
  ...more,
})
