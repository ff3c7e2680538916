import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { faultNames, type JournalHead, journalHeads, journalLines, verifyLines } from '#platform/journal'
import { argumentsOf } from './arguments.ts'
import { withDatabase } from './database.ts'

const usage = 'verify journal [--heads FILE] [--write-heads FILE] | verify ballots FILE'

/**
 * `verify journal`: recomputes every line of every chain. `--heads` compares with heads kept outside earlier, `--write-heads` keeps
 * today's. Exits with 1 and names the lines when anything was altered, removed, inserted or rewritten. `verify ballots`: the archive
 * of a ballot, from its file alone.
 */
export async function verify(args: string[]) {
  if (args[0] === 'ballots') return (await import('./verifyBallots.ts')).verifyBallots(args)
  const { values, positionals } = argumentsOf(args, usage, { heads: { type: 'string' }, 'write-heads': { type: 'string' } })
  if (positionals[0] !== 'journal') throw new Error(`用法 usage: npm run gongqiao -- ${usage}`)
  const kept = values.heads ? (JSON.parse(readFileSync(values.heads, 'utf8')) as Record<string, JournalHead[]>) : {}
  const heads: Record<string, JournalHead[]> = {}
  const found = await withDatabase(async (connectionString) => {
    const client = new pg.Client({ connectionString })
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select name from shared.regions order by name')
    let bad = 0
    for (const { name } of rows) {
      const { lines, chains, faults } = await verifyLines(journalLines(client, name), kept[name])
      heads[name] = await journalHeads(client, name)
      console.log(`${name}：${chains} 条链，${lines} 行，${faults.length ? `${faults.length} 处有问题` : '全部相符'}`)
      for (const { chain, seq, id, problem } of faults)
        console.log(`  链 ${chain} 第 ${seq} 行${id ? `（${id}）` : ''}：${faultNames[problem]}`)
      bad += faults.length
    }
    await client.end()
    return bad
  })
  if (values['write-heads'] && !found) writeFileSync(values['write-heads'], JSON.stringify(heads, null, 1))
  if (found) process.exitCode = 1
}
