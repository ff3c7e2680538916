import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { buffer } from 'node:stream/consumers'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { readSheets } from '#platform/sheets'
import { type Line, ms, timed } from './measure.ts'
import { asOwner, type Place, region, root } from './place.ts'
import { writeRoster } from './workbook.ts'

/** What the process that imports says of itself. */
export type Imported = { checkMs: number; commitMs: number; undoMs: number; peakMB: number; rows: number; foldMs: number }

/** A messy workbook through the importer's own calls, in a process of its own, beside parsing it and copying the same rows in. */
export async function importing(place: Place, count: number): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongqiao-bench-'))
  const file = join(folder, 'roster.xlsx')
  try {
    await writeRoster(file, count, await basicNames(place))
    const parse = await timed(() => parsed(file))
    const child = spawnSync(
      process.execPath,
      [join(root, 'bench/importer.ts'), place.serverUrl, JSON.stringify(place.unions), file, place.ownerUrl],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        maxBuffer: 2 ** 26,
      },
    )
    if (child.status !== 0) throw new Error(`the import failed: ${child.stdout}`)
    const said = JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Imported & { copyMs: number }
    const floor = parse.ms + said.copyMs
    const whole = said.checkMs + said.commitMs
    return [
      {
        what: `import of ${said.rows} messy rows, checked, sealed, committed; floor: parsing (${ms(parse.ms)}) and COPY into the same tables (${ms(said.copyMs)})`,
        value: ms(whole),
        floor: ms(floor),
        ratio: `${(whole / floor).toFixed(2)} ×`,
        target: '≤ 3 ×',
        isMet: whole / floor <= 3,
      },
      {
        what: 'its peak memory',
        value: `${said.peakMB} MB`,
        floor: '',
        ratio: '',
        target: '≤ 629 MB',
        isMet: said.peakMB <= 629,
      },
      {
        what: 'its undo; floor: the import',
        value: ms(said.undoMs),
        floor: ms(whole),
        ratio: `${(said.undoMs / whole).toFixed(2)} ×`,
        target: '≤ 1 ×',
        isMet: said.undoMs <= whole,
      },
      {
        what: 'its figures folded, after it is committed',
        value: ms(said.foldMs),
        floor: '',
        ratio: '',
        target: '',
        isMet: undefined,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function parsed(file: string) {
  let cells = 0
  for await (const sheet of readSheets(readFileSync(file))) for await (const row of sheet.rows()) cells += row.cells.length
  return cells
}

const basicNames = (place: Place) =>
  asOwner(place.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select name from ${region}.unions where kind = 'basic' order by path limit 500`,
    )
    return rows.map(({ name }) => name)
  })

const tables = ['members', 'memberships'] as const
type Bodies = Record<(typeof tables)[number], Buffer>

/** The rows that were imported since a moment, as COPY gives them. */
export const copiedOut = (ownerUrl: string, since: Date) =>
  asOwner(ownerUrl, async (client) => {
    await client.query(`set search_path = ${region}, shared`)
    const imported = `select id from members where created_at >= '${since.toISOString()}'`
    const rows = {
      members: `select * from members where id in (${imported})`,
      memberships: `select * from memberships where member_id in (${imported})`,
    }
    const bodies: Partial<Bodies> = {}
    for (const table of tables) bodies[table] = await buffer(client.query(copyTo(`copy (${rows[table]}) to stdout`)))
    return bodies as Bodies
  })

/** How long COPY takes to put the same rows into the same tables, ms; taken back. */
export const copiedIn = (ownerUrl: string, bodies: Bodies) =>
  asOwner(ownerUrl, async (client) => {
    await client.query(`set search_path = ${region}, shared`)
    await client.query('begin')
    const { ms: took } = await timed(async () => {
      for (const table of tables)
        await pipeline(Readable.from([bodies[table]]), client.query(copyFrom(`copy ${table} from stdin`)))
    })
    await client.query('rollback')
    return took
  })
