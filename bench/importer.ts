import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { everywhere, openPool, within } from '#platform/db'
import { keepUpload } from '#platform/files'
import { installRing, keyRing } from '#platform/secrets'
import { dayOf } from '#platform/session'
import { foldTallies } from '#platform/tallies'
import { cadreOf } from './callers.ts'
import { copiedIn, copiedOut } from './importing.ts'
import { timed } from './measure.ts'
import { benchKey, type Place, region } from './place.ts'

/** `bench/importer.ts SERVER_URL UNIONS FILE OWNER_URL`: imports and undoes in a process of its own, so that its peak memory is its own. */
const [serverUrl, unions, file, ownerUrl] = process.argv.slice(2) as [string, string, string, string]
installRing(keyRing({ current: benchKey, readable: [] }))
const pool = openPool(serverUrl)
const { district } = JSON.parse(unions) as Place['unions']
const account = randomUUID()
const { imports } = cadreOf({ pool }, district, account)

const started = new Date()
const now = new Date()
const upload = await within(pool, { region, role: 'post', ...everywhere, account }, (db) =>
  keepUpload(
    { db, region, place: 'national', now, today: dayOf(now), line: {}, user: { account, powers: [] } },
    'roster.xlsx',
    readFileSync(file),
  ),
)
const begun = await timed(() => imports.begin({ upload: upload.id, kind: 'members', unionId: district.id }))
const { id } = begun.result
const checked = await timed(() => imports.check({ id }))
const committed = await timed(() => imports.commit({ id }))
const peakMB = Math.round(process.resourceUsage().maxRSS / 1000)
const bodies = await copiedOut(ownerUrl, started)
const fold = () => timed(() => foldTallies({ pool, region, today: dayOf(new Date()) }))
const folded = await fold()
const undone = await timed(() => imports.undo({ id }))
await fold()
const copyMs = await copiedIn(ownerUrl, bodies)
await pool.end()
const { fresh } = committed.result.counts
if (undone.result.removed !== fresh) throw new Error(`undo took back ${undone.result.removed} of ${fresh}`)
console.log(
  JSON.stringify({
    checkMs: begun.ms + checked.ms,
    commitMs: committed.ms,
    undoMs: undone.ms,
    foldMs: folded.ms,
    copyMs,
    peakMB,
    rows: fresh,
  }),
)
