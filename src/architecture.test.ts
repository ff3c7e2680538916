import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { branches, router } from './router.ts'

/** `organisation/unions`: the modules in order, as the router lists them. */
const order = Object.keys(router).map((key) => `${branches[key as keyof typeof router]}/${key}`)
const files = globSync('src/**/*.{ts,tsx}')
const product = files.filter((file) => !/\.test\.tsx?$|testing[./]/.test(file))
const read = (file: string) => readFileSync(file, 'utf8')
const imports = product.flatMap((from) =>
  [...read(from).matchAll(/(?:^(?:import|export)\b[^'"=]*|import\()['"]([#.][^'"]+)['"]/gm)].map(([, name]) => {
    const to = name!.startsWith('.') ? posix.join(posix.dirname(from), name!) : name!
    return { from, to, here: moduleOf(from), there: moduleOf(to) }
  }),
)
function moduleOf(path: string) {
  return /^(?:src\/modules|#modules|#contracts|#rules|#desk|#pocket|#board)\/([^/]+\/[^/]+)/.exec(path)?.[1]
}
type Import = (typeof imports)[number]
const offences = (wrong: (i: Import) => unknown) => imports.filter(wrong).map(({ from, to }) => `${from} → ${to}`)

test('a module is entered only by its doors', () => {
  expect(offences(({ to, here, there }) => to.startsWith('src/modules/') && here !== there)).toEqual([])
})

test('a module needs only modules above it in the router', () => {
  expect(offences(({ here, there }) => here && there && order.indexOf(there) > order.indexOf(here))).toEqual([])
})

test('every module folder stands in the router, and in the branch it says', () => {
  const folders = globSync('src/modules/*/*').map((path) => path.replaceAll('\\', '/').split('/').slice(2).join('/'))
  expect(folders.filter((folder) => !order.includes(folder))).toEqual([])
  expect(order.filter((name) => !folders.includes(name))).toEqual([])
})

test('rules, contracts and law are pure', () => {
  const pure = /^#law\/|^#kit\/|^#rules\/|^#contracts\/|^src\/(law|kit)\/|\/rules[/.]|\/contract[/.]/
  expect(offences(({ from, to }) => /\/law\/|\/rules[/.]|\/contract[/.]/.test(from) && !pure.test(to))).toEqual([])
})

test('what runs on both sides imports nothing of one side', () => {
  expect(
    files.filter((file) => /^src\/(law|kit)\//.test(file) && !file.includes('.test.') && /from ['"]node:/.test(read(file))),
  ).toEqual([])
})

test('screens never reach the server', () => {
  const server = /^#(platform|modules)\/|^src\/platform\/|\/(usecases|tables|routes)[/.]/
  expect(
    offences(({ from, to }) => /\/pages\/|^src\/web\/|^src\/apps\/(desk|pocket|board)\//.test(from) && server.test(to)),
  ).toEqual([])
})

test('the platform knows no module', () => {
  expect(offences(({ from, there }) => from.startsWith('src/platform/') && there)).toEqual([])
})

/** Steps that a procedure hands over to a union beyond the caller's scope: each with its reason, none by accident. */
const crossings: Record<string, string> = {
  'src/modules/organisation/joining/usecases/filing.ts':
    'an application goes to a union whose rows the applicant does not see, and its code opens that one application',
  'src/modules/organisation/members/usecases/merge.ts':
    'rows of one person are carried over also where he was before, out of sight of who merges his records',
  'src/modules/organisation/members/usecases/stays.ts':
    'a transfer or readmission moves a record between two unions, neither of which sees the other',
}

test('only listed steps reach beyond the scope of the caller', () => {
  const found = product.filter((file) => file.startsWith('src/modules/') && /\bbeyondScope\(/.test(read(file)))
  expect(found.filter((file) => !crossings[file])).toEqual([])
  expect(Object.keys(crossings).filter((file) => !found.includes(file))).toEqual([])
})

test('rooms of a module are the known ones', () => {
  const rooms =
    /^(README\.md|contract|rules|tables|usecases|routes|files|jobs|clocks|index|pages|testing|grants)(\.ts|\.test\.ts|\/.*)?$/
  const strangers = globSync('src/modules/*/*/*')
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !rooms.test(path.split('/').slice(4).join('/')))
  expect(strangers).toEqual([])
})

test('no file outgrows 300 lines, no test file 400', () => {
  const lines = (file: string) => read(file).split('\n').length
  expect(files.filter((file) => lines(file) > (file.includes('.test.') ? 401 : 301))).toEqual([])
})
