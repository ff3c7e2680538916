import { globSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ask, unionNamed } from './journey.ts'

export type Face = 'desk' | 'pocket' | 'board'
export type Address = { face: Face; path: string; account: string | null }

/** Every page's address, as the faces declare them: a new page is looked at from its first day. */
export function everyPage(): Address[] {
  return (['desk', 'pocket', 'board'] as const).flatMap((face) => {
    const files = [`src/apps/${face}/pages.tsx`, ...globSync(`src/modules/*/*/pages/${face}.tsx`)]
    const paths = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:path: |page\(\s*)'(\/[^']*)'/g)].map(([, path]) => path!),
    )
    return [...new Set([...paths, ...(doors[face] ?? [])])].sort().map((path) => ({ face, path, account: whoOpens(face, path) }))
  })
}

const doors: Partial<Record<Face, string[]>> = { desk: ['/sign-in', '/setup', '/activate'], pocket: ['/sign-in'] }

/** Who of the demonstration has business on a page. */
function whoOpens(face: Face, path: string) {
  if (face === 'board' || path === '/sign-in' || path === '/setup' || path === '/activate') return null
  if (face === 'pocket' && /^\/(visits|certificates)\//.test(path)) return 'zhouming'
  if (face === 'pocket') return path.startsWith('/join') ? null : path.startsWith('/found') ? 'zhaohai' : 'chenzhiqiang'
  const desks: Record<string, string> = {
    '/accounts': 'xitong',
    '/system': 'xitong',
    '/dictionary': 'xitong',
    '/founding/own': 'zhaohai',
    '/unions/templates': 'xitong',
    '/administrators': 'anquan',
    '/journal': 'shenji',
    '/joining': 'wangjianguo',
    '/changes': 'wangjianguo',
    '/imports': 'wangjianguo',
    '/members': 'wangjianguo',
    '/charters': 'wangjianguo',
    '/proposals/inbox': 'hengdaxingzheng',
    '/proposals/examine': 'wangjianguo',
    '/proposals/windows': 'wangjianguo',
  }
  const found = Object.keys(desks).find((start) => path === start || path.startsWith(`${start}/`))
  return found ? desks[found]! : 'zuzhi'
}

const prefixes = { desk: '', pocket: '/m', board: '/board' }

/** The address to open, with real ids where it asks for them; undefined where nothing of the kind can be there yet. */
export async function addressOf({ face, path }: Address, page: Page): Promise<string> {
  let address = path
  if (path.includes('$memberId')) address = address.replace('$memberId', await aCadre(page))
  if (path.includes('$unionId')) address = address.replace('$unionId', await unionNamed(page, '恒达机械有限公司工会委员会'))
  if (path.includes('$id')) {
    const begun = Object.keys(subjects).find((start) => path.startsWith(start) || `${face}${path}`.startsWith(start))
    if (!begun) throw new Error(`say in e2e/routes.ts what ${path} shows`)
    address = address.replace('$id', await subjects[begun]!(page))
  }
  if (path === '/setup' || path === '/activate') address += '#a-token-that-nobody-gave'
  return `${prefixes[face]}${address === '/' && face !== 'desk' ? '' : address}`
}

type Rows = { rows: { id: string }[] }
const hengda = (page: Page) => unionNamed(page, '恒达机械有限公司工会委员会')
const firstOf = async (page: Page, call: string, make: () => Promise<{ id: string }>) => {
  const { rows } = await ask<Rows>(page, call, { size: 1 })
  return rows[0]?.id ?? (await make()).id
}
const aMember = async (page: Page, from = 40) =>
  (await ask<Rows>(page, 'members/list', { size: 1, page: from, status: ['member'] })).rows[0]!.id

const aCadre = async (page: Page) =>
  (await ask<{ rows: { memberId: string }[] }>(page, 'cadres/list', { size: 1 })).rows[0]!.memberId
/** The first of a list that the demonstration fills. */
const first =
  (call: string, input: object = { size: 1 }) =>
  async (page: Page) => {
    const answer = await ask<Rows | Rows['rows']>(page, call, input)
    const row = (Array.isArray(answer) ? answer : answer.rows)[0]
    if (!row) throw new Error(`${call}: the demonstration has none`)
    return row.id
  }

const aProject = async (page: Page) => (await ask<{ id: string }[]>(page, 'founding/mine'))[0]!.id

/** An item shown to everybody, by the name of its unit in the public directory. */
const publicItem = async (page: Page) => {
  const found = await ask<{ id: string; name: string }[]>(page, 'unions/directory', { text: '区财政局机关' })
  const unionId = found[0]!.id
  return (await ask<{ id: string }[]>(page, 'disclosure/board', { unionId }))[0]!.id
}

/** How one of each kind is come by: the first there is, or one made the way a person would. */
const subjects: Record<string, (page: Page) => Promise<string>> = {
  '/found/': aProject,
  '/founding/own/': aProject,
  '/founding/': async (page) => (await ask<Rows>(page, 'founding/list', { size: 1 })).rows[0]!.id,
  '/unions/': hengda,
  '/disclosure/items/': first('disclosure/list', { size: 1, state: 'published' }),
  'pocket/disclosure/': first('disclosure/mine', {}),
  'board/disclosure/': publicItem,
  'pocket/elections/': first('elections/mine', {}),
  'board/elections/': first('elections/announced', {}),
  'board/kiosk/': first('elections/announced', {}),
  '/elections/': first('elections/list'),
  '/certificates/': first('cadreCourses/trainings'),
  '/visits/problem/': async (page) => (await ask<{ problems: { id: string }[] }>(page, 'visits/mine')).problems[0]!.id,
  '/visits/': async (page) => (await ask<{ visits: { id: string }[] }>(page, 'visits/mine')).visits[0]!.id,
  'pocket/congress/': first('congress/mine', {}),
  '/congress/': first('congress/list'),
  'pocket/decisions/': first('decisions/mine', {}),
  '/decisions/': first('decisions/list'),
  'pocket/appraisals/': first('appraisals/mine', {}),
  '/appraisals/': first('appraisals/list'),
  '/activists/': first('activists/list'),
  '/alarms/': first('alarms/list'),
  '/contacts/visits/': first('visits/list'),
  '/courses/': first('cadreCourses/list'),
  '/openings/': first('openings/list'),
  '/information/': first('information/list', { box: 'out', size: 1 }),
  '/rulebook/documents/': first('rulebook/documents'),
  '/rulebook/': first('rulebook/search', { text: '换届', size: 1 }),
  '/standards/': first('standards/list', {}),
  '/supervision/': first('supervision/list'),
  'pocket/proposals/': first('proposals/unit', { size: 1 }),
  '/proposals/': first('proposals/list', { size: 1 }),
  '/members/': aMember,
  '/posts/': async (page) => {
    const { appointments } = await ask<{ appointments: { id: string }[] }>(page, 'posts/ofUnion', { unionId: await hengda(page) })
    return appointments[0]!.id
  },
  '/employers/': (page) =>
    firstOf(page, 'employers/list', async () =>
      ask(page, 'employers/add', {
        unionId: await hengda(page),
        name: '永安区新桥五金制品有限公司',
        creditCode: null,
        unitKind: 'enterprise',
        ownership: null,
        sector: null,
        address: null,
        headcount: 40,
        setUpOn: null,
        source: null,
      }),
    ),
  '/changes/': (page) =>
    firstOf(page, 'changes/list', async () =>
      ask(page, 'changes/save', {
        unionId: await hengda(page),
        asked: { kind: 'rename', name: '恒达智能装备股份有限公司工会委员会', shortName: null },
        grounds: '单位更名，工会随之更名',
        papers: [{ title: '会员大会决议', number: null, day: null }],
        effectiveOn: '2026-06-01',
      }),
    ),
  '/imports/': (page) =>
    firstOf(page, 'imports/list', async () => {
      const { url, headers } = { url: '/files?name=roster.csv', headers: { origin: new URL(page.url()).origin } }
      const data = Buffer.from('姓名,身份证号,手机号\n张三,330103199001011234,13800000000\n')
      const sent = await page.context().request.post(url, { data, headers })
      const { id } = (await sent.json()) as { id: string }
      return ask(page, 'imports/begin', { upload: id, kind: 'members', unionId: await hengda(page) })
    }),
  '/joining/': (page) =>
    firstOf(page, 'joining/list', async () => {
      const { charterVersion, privacyVersion } = { charterVersion: 1, privacyVersion: 1 }
      return ask(page, 'joining/enter', {
        name: '田秀英',
        idNumber: '330103198805010027',
        mobile: '13777770001',
        unionId: await hengda(page),
        employer: '恒达机械有限公司',
        employmentForm: 'contract',
        basis: 'labour',
        charterVersion,
        privacyVersion,
        code: '0123456789ABCDEF',
        paper: '纸质申请书 1 号',
      })
    }),
  '/transfers/': (page) =>
    firstOf(page, 'transfers/list', async () =>
      ask(page, 'transfers/startOld', {
        memberId: await aMember(page, 60),
        toUnionId: await unionNamed(page, '远航物流有限公司工会委员会'),
      }),
    ),
  '/standing/': (page) =>
    firstOf(page, 'standing/list', async () =>
      ask(page, 'standing/open', {
        kind: 'retain',
        memberId: await aMember(page, 70),
        ground: 'retired',
        effectiveOn: '2026-06-01',
        note: null,
      }),
    ),
}
