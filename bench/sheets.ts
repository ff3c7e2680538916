import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { streamXlsxRows, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { idCheckCharacter } from '#kit/identifiers'
import { addDays } from '#kit/dates'
import {
  checkRows,
  day,
  defaultLimits,
  type Issue,
  idNumber,
  markWorkbook,
  mobile,
  openWorkbook,
  personName,
  recogniseWorkbook,
  sex,
  text,
  usualTitles,
  writeSheet,
  yesNo,
  money,
  number,
} from '#platform/sheets'

/**
 * `bench/sheets.ts [rows]`: reads, checks, marks and writes workbooks of 14 columns, each measure in a process of its own so that
 * the peak memory is its own. `hucre` is the yardstick: the fastest library found (docs/decisions/0004-excel-library.md).
 */
const count = Number(process.argv[2] ?? 100_000)
const RUNS = 3

const titles = [
  '序号',
  '姓名',
  '性别',
  '身份证号码',
  '手机号码',
  '工作单位',
  '部门',
  '岗位',
  '民族',
  '文化程度',
  '政治面貌',
  '入会时间',
  '月工资',
  '农民工',
]
const fields = [
  { key: 'name', title: '姓名', also: usualTitles.name, required: true, parse: personName() },
  { key: 'sex', title: '性别', also: usualTitles.sex, parse: sex() },
  { key: 'idNumber', title: '身份证号', also: usualTitles.idNumber, required: true, unique: true, parse: idNumber() },
  { key: 'mobile', title: '手机号', also: usualTitles.mobile, parse: mobile() },
  { key: 'employer', title: '工作单位', also: usualTitles.employer, parse: text(100) },
  { key: 'department', title: '部门', also: usualTitles.department, parse: text(50) },
  { key: 'job', title: '岗位', also: usualTitles.job, parse: text(50) },
  { key: 'nation', title: '民族', also: usualTitles.nation, parse: text(20) },
  { key: 'education', title: '学历', also: usualTitles.education, parse: text(20) },
  { key: 'politics', title: '政治面貌', also: usualTitles.politics, parse: text(20) },
  { key: 'joinedOn', title: '入会日期', also: usualTitles.joinedOn, parse: day({ past: true }) },
  { key: 'wage', title: '月工资', parse: money() },
  { key: 'age', title: '年龄', parse: number({ min: 16 }) },
  { key: 'migrant', title: '农民工', parse: yesNo() },
] as const

/** Rows as people keep them: every seventh with something to tidy, every hundredth with something wrong. */
function* messyRows(rows: number) {
  let state = 20151221
  const below = (n: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
  const one = (from: string) => from.charAt(below(from.length))
  for (let i = 1; i <= rows; i++) {
    const born = addDays('1965-01-01', below(14_000)).replaceAll('-', '')
    const first17 = `3205${String(1 + below(80)).padStart(2, '0')}${born}${String(below(1000)).padStart(3, '0')}`
    const id = first17 + (i % 100 === 0 ? 'A' : idCheckCharacter(first17))
    const joined = addDays('2005-01-01', below(7500))
    yield [
      i,
      `${one('王李张刘陈杨赵黄周吴')}${i % 7 === 0 ? ' ' : ''}${one('伟芳娜秀敏静丽强磊军')}${one('洋勇艳杰娟涛明超兰霞')}`,
      one('男女'),
      i % 7 === 0 ? `${id.slice(0, 6)} ${id.slice(6)} ` : id,
      13_000_000_000 + below(999_999_999),
      `永安市第${1 + below(3300)}机械有限公司`,
      `${one('一二三四五')}车间`,
      one('车钳铣焊磨') + '工',
      '汉族',
      ['大专', '高中', '本科'][below(3)]!,
      '群众',
      i % 7 === 0 ? joined.replaceAll('-', '.') : new Date(joined),
      3000 + below(900_000) / 100,
      one('是否'),
    ]
  }
}

const measures: Record<string, (folder: string) => Promise<unknown>> = {
  'floor: hucre reads, shared texts': (folder) => hucreReads(join(folder, 'shared.xlsx')),
  'floor: hucre reads, inline texts': (folder) => hucreReads(join(folder, 'inline.xlsx')),
  'read, shared texts': (folder) => reads(join(folder, 'shared.xlsx')),
  'read, inline texts': (folder) => reads(join(folder, 'inline.xlsx')),
  'recognise and check': async (folder) => void (await checks(join(folder, 'shared.xlsx'))),
  mark: marks,
  'floor: hucre writes': (folder) =>
    pipeline(
      Readable.from(writeXlsxStream(messyRows(count), { name: '会员', columns: titles.map((header) => ({ header })) })),
      createWriteStream(join(folder, 'theirs.xlsx')),
    ),
  write: (folder) => writes(join(folder, 'ours.xlsx')),
}

async function hucreReads(path: string) {
  for await (const _ of streamXlsxRows(readFileSync(path)));
}

async function reads(path: string) {
  for (const sheet of (await openWorkbook(path)).sheets) for await (const _ of sheet.rows());
}

async function checks(source: string) {
  const workbook = await openWorkbook(source)
  const found = await recogniseWorkbook(workbook, fields)
  const [issues, outcome]: [Issue[], { read: number; good: number }] = [[], { read: 0, good: 0 }]
  for await (const row of checkRows(workbook, found, fields)) {
    outcome.read++
    if (row.issues.length === 0) outcome.good++
    issues.push(...row.issues)
  }
  return { source, found, issues, outcome, limits: defaultLimits }
}

async function marks(folder: string) {
  await markWorkbook(createWriteStream(join(folder, 'marked.xlsx')), await checks(join(folder, 'shared.xlsx')))
}

async function writes(path: string) {
  const columns = titles.map((title) => ({
    title,
    kind: title === '序号' || title === '月工资' ? ('number' as const) : ('text' as const),
  }))
  const rows = function* () {
    for (const row of messyRows(count)) yield row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell))
  }
  await writeSheet(createWriteStream(path), { title: '会员', columns, rows: rows() })
}

async function prepare(folder: string) {
  const head = [['永安市工会会员花名册'], [], titles]
  const shared = await writeXlsx({ sheets: [{ name: '会员', rows: [...head, ...messyRows(count)] }] })
  await pipeline(Readable.from([shared]), createWriteStream(join(folder, 'shared.xlsx')))
  const inline = writeXlsxStream(messyRows(count), { name: '会员', columns: titles.map((header) => ({ header })) })
  await pipeline(Readable.from(inline), createWriteStream(join(folder, 'inline.xlsx')))
}

async function measureHere(name: string, folder: string) {
  const started = performance.now()
  await (name === 'prepare' ? prepare(folder) : measures[name]!(folder))
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  console.log(JSON.stringify({ ms: performance.now() - started, cpu: (userCPUTime + systemCPUTime) / 1000, mib: maxRSS / 1024 }))
}

function measureApart(name: string, folder: string): { ms: number; cpu: number; mib: number } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, String(count), name, folder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1)!)
}

function all() {
  const folder = mkdtempSync(join(tmpdir(), 'gongqiao-sheets-'))
  measureApart('prepare', folder)
  console.log(
    `${count} rows × ${titles.length} columns, ${(statSync(join(folder, 'shared.xlsx')).size / 1e6).toFixed(1)} MB; best of ${RUNS}`,
  )
  const best = new Map<string, { ms: number; cpu: number; mib: number }>()
  for (let run = 0; run < RUNS; run++) {
    for (const name of Object.keys(measures)) {
      const [before, now] = [best.get(name), measureApart(name, folder)]
      best.set(
        name,
        before && before.ms < now.ms
          ? { ...before, mib: Math.max(before.mib, now.mib) }
          : { ...now, mib: Math.max(before?.mib ?? 0, now.mib) },
      )
    }
  }
  for (const [name, { ms, cpu, mib }] of best) {
    const rate = Math.round((count / ms) * 1000).toLocaleString('en')
    console.log(
      `${name.padEnd(34)} ${Math.round(ms)} ms  ${rate} rows/s  ${Math.round(cpu)} ms of processor  peak ${Math.round(mib)} MiB`,
    )
  }
  const ratio = (a: string, b: string) => (best.get(a)!.ms / best.get(b)!.ms).toFixed(2)
  console.log(
    `reading ÷ floor: shared ${ratio('read, shared texts', 'floor: hucre reads, shared texts')}, inline ${ratio('read, inline texts', 'floor: hucre reads, inline texts')}; checking ÷ floor ${ratio('recognise and check', 'floor: hucre reads, shared texts')}; writing ÷ floor ${ratio('write', 'floor: hucre writes')}`,
  )
  rmSync(folder, { recursive: true })
}

const [, , , name, folder] = process.argv
if (name && folder) await measureHere(name, folder)
else all()
