// npm run new <branch>/<module>: the rooms of a new module, and its lines in the lists.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const [name] = process.argv.slice(2)
if (!/^[a-z]+\/[a-z][a-zA-Z]+$/.test(name ?? '')) fail('npm run new <branch>/<module>, e.g. npm run new care/hardship')
const [branch, module] = name.split('/')
const folder = join('src/modules', branch, module)
if (existsSync(folder)) fail(`${folder} is there already`)
const table = module.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const Page = `${module[0].toUpperCase()}${module.slice(1)}Page`
const number = Date.now().toString().slice(-6)
const migration = `db/migrations/region/9${number}_${table}.sql`

const rooms = {
  'README.md': `# ${module}\n\nWhat each person can do here, by which article.\n\n| 中文 | identifier |\n|---|---|\n\n## States\n`,
  'contract.ts': `import { z } from 'zod'
import { oc, pageOf, Paging } from '#kit/contract'

export const Row = z.object({ id: z.uuid(), title: z.string() })
export type Row = z.infer<typeof Row>

export const contract = {
  list: oc.input(Paging).output(pageOf(Row)),
}
`,
  'rules.ts': `import { refuse, type Verdict } from '#law/verdict'

export const mayBegin = (isOpen: boolean): Verdict => (isOpen ? null : refuse('${module}.closed', '现在还不能办理'))
`,
  'rules.test.ts': `import { expect, test } from 'vitest'
import { mayBegin } from './rules.ts'

test.for([
  [true, undefined],
  [false, '${module}.closed'],
] as const)('open %s: %s', ([isOpen, code]) => expect(mayBegin(isOpen)?.code).toBe(code))
`,
  'tables.ts': `import { pgTable, text, uuid } from 'drizzle-orm/pg-core'

export const ${module} = pgTable('${table}', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  title: text().notNull(),
})
`,
  'usecases.ts': `import { asc } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import type { Session } from '#platform/session'
import { ${module} } from './tables.ts'

export async function list({ db }: Session, { page, size }: Paging) {
  const { id, title } = ${module}
  const rows = await db.select({ id, title }).from(${module}).orderBy(asc(title)).limit(size).offset((page - 1) * size)
  return { rows, total: await db.$count(${module}) }
}
`,
  'routes.ts': `import { implement } from '@orpc/server'
import { reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { list } from './usecases.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('${module}.list', 'unions.view')).handler(run(list)),
})
`,
  'index.ts': `export { routes } from './routes.ts'\n`,
  'pages/desk.tsx': `import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({ getParentRoute: () => desk, path: '/${table}', component: lazyRouteComponent(() => import('./${Page}.tsx'), '${Page}') }),
] as const

export const menu: readonly MenuEntry[] = [{ branch: '组织', title: '${module}', to: '/${table}', permission: 'unions.view', order: 90 }]
`,
  [`pages/${Page}.tsx`]: `import { api } from '#web/api'
import { DataTable } from '#web/DataTable'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import type { Row } from '../contract.ts'

export const ${Page} = () => (
  <Page line="${module}">
    <Section title="${module}">
      <DataTable<Row>
        name="${module}"
        unit="条"
        rowKey={({ id }) => id}
        query={({ page, size }) => api.${module}.list.queryOptions({ input: { page, size } })}
        empty="还没有记录。"
        columns={[{ key: 'title', title: '标题', render: ({ title }) => title }]}
      />
    </Section>
  </Page>
)
`,
}
for (const [file, text] of Object.entries(rooms)) write(join(folder, file), text)
write(
  migration,
  `create table ${table} (
  id uuid primary key default gen_random_uuid(),
  union_id uuid not null,
  union_path text collate "C" not null,
  title text not null,
  foreign key (union_id, union_path) references unions (id, path) on update cascade
);
create index ${table}_path on ${table} (union_path);
call scope_by_union('${table}');
`,
)

const lists = {
  'src/router.ts': [
    [`import { routes as ${module} } from '#modules/${name}'`],
    ['export const router = {', module],
    ['export const branches: Record<keyof typeof router, string> = {', `${module}: '${branch}'`],
  ],
  'src/contracts.ts': [[`import { contract as ${module} } from '#contracts/${name}'`], ['export const contracts = {', module]],
  'src/apps/desk/pages.tsx': [[`import * as ${module} from '#desk/${name}'`], ['const modules = [', module]],
  'src/matrix.ts': [
    ['', ''],
    ['export const matrix', `'${module}.list': ['unions.view', 'own', () => ({})]`],
  ],
}
for (const [file, [[line], ...entries]] of Object.entries(lists)) {
  let source = readFileSync(file, 'utf8')
  if (line) source = afterImports(source, line)
  for (const [opening, entry] of entries) source = enter(source, opening, entry, file)
  writeFileSync(file, source)
}
spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', folder, ...Object.keys(lists)], {
  stdio: 'ignore',
})
console.log(`${folder}
Write README.md and contract.ts first; read ${migration} and give it its number; each call has its row in src/matrix.\nWhat the law wants done by a day goes into clocks.ts (src/platform/duties/README.md) and src/clocks.ts.`)

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function afterImports(source, line) {
  const lines = source.split('\n')
  lines.splice(lines.findLastIndex((each) => each.startsWith('import ')) + 1, 0, line)
  return lines.join('\n')
}

/** Adds an entry before the bracket that closes the list which begins with `opening`. */
function enter(source, opening, entry, file) {
  const from = source.indexOf(opening)
  const open = source.slice(from).search(/[{[]\s*(?:\n|$|[^}\]]*?)/m)
  const closes = from < 0 ? -1 : closing(source, from + opening.length - 1, opening)
  if (from < 0 || open < 0 || closes < 0) fail(`${file}: found no place for ${module}; add it by hand`)
  const before = source.slice(0, closes).trimEnd()
  return `${before}${/[,{[]$/.test(before) ? '' : ','} ${entry},\n${source.slice(closes)}`
}

function closing(source, at, opening) {
  let start = /[{[]$/.test(opening) ? at : source.indexOf('= {', at) + 2
  for (let depth = 0; start < source.length; start++) {
    if ('{['.includes(source[start])) depth++
    if ('}]'.includes(source[start]) && --depth === 0) return start
  }
  return -1
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
