// npm run new <branch>/<module>: the rooms of a new module, and its lines in the lists.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [name] = process.argv.slice(2)
if (!/^[a-z]+\/[a-z][a-zA-Z]+$/.test(name ?? '')) fail('npm run new <branch>/<module>, e.g. npm run new care/hardship')
const [branch, module] = name.split('/')
const folder = join('src/modules', branch, module)
if (existsSync(folder)) fail(`${folder} is there already`)

const rooms = {
  'README.md': `# ${module}\n\nWhat each person can do here, by which article.\n\n| 中文 | identifier |\n|---|---|\n\n## States\n`,
  'contract.ts': `import { z } from 'zod'\nimport { oc, pageOf, Paging } from '#kit/contract'\n\nexport const Row = z.object({ id: z.uuid() })\nexport type Row = z.infer<typeof Row>\n\nexport const contract = {\n  list: oc.input(Paging).output(pageOf(Row)),\n}\n`,
  'rules.ts': `import type { Verdict } from '#law/verdict'\n\nexport const mayBegin = (): Verdict => null\n`,
  'tables.ts': `import { pgTable, text, uuid } from 'drizzle-orm/pg-core'\n\nexport const ${module} = pgTable('${module}', {\n  id: uuid().primaryKey().defaultRandom(),\n  unionId: uuid().notNull(),\n  unionPath: text().notNull(),\n})\n`,
  'usecases.ts': `import type { Session } from '#platform/session'\nimport type { Paging } from '#kit/contract'\nimport { ${module} } from './tables.ts'\n\nexport async function list({ db }: Session, { page, size }: Paging) {\n  const rows = await db.select({ id: ${module}.id }).from(${module}).limit(size).offset((page - 1) * size)\n  return { rows, total: await db.$count(${module}) }\n}\n`,
  'routes.ts': `import { implement } from '@orpc/server'\nimport { reading, run } from '#platform/acts'\nimport type { Caller } from '#platform/session'\nimport { contract } from './contract.ts'\nimport { list } from './usecases.ts'\n\nconst api = implement(contract).$context<Caller>()\n\nexport const routes = api.router({\n  list: api.list.use(reading('${module}.list', 'unions.view')).handler(run(list)),\n})\n`,
  'index.ts': `export { routes } from './routes.ts'\n`,
}
mkdirSync(join(folder, 'pages'), { recursive: true })
for (const [file, text] of Object.entries(rooms)) writeFileSync(join(folder, file), text)

insert('src/router.ts', /\n\n\/\*\* Foundations/, `\nimport { routes as ${module} } from '#modules/${name}'`)
insert('src/router.ts', / \}\n\n\/\*\* Where/, `, ${module}`)
insert('src/router.ts', / \}\n*$/, `, ${module}: '${branch}'`)
insert('src/contracts.ts', /\n\n\/\*\* Every/, `\nimport { contract as ${module} } from '#contracts/${name}'`)
insert('src/contracts.ts', / \}\n*$/, `, ${module}`)
console.log(
  `${folder}: write README.md and contract.ts first, then a migration in db/migrations/region, then its row in src/matrix.ts.`,
)

function insert(file, before, text) {
  const source = readFileSync(file, 'utf8')
  const at = source.search(before)
  if (at < 0) fail(`${file}: found no place for ${module}; add it by hand`)
  writeFileSync(file, source.slice(0, at) + text + source.slice(at))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
