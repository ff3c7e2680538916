import { sql } from 'drizzle-orm'
import { found, type Session } from '#platform/session'
import type { Doubtful } from '../contract.ts'

type ProofRow = {
  unionName: string
  label: string
  isPublic: boolean
  takenDownOn: string | null
  number: number
  title: string | null
  publishedAt: string
  hash: string
  isIntact: boolean
}

/** What a print on a board is checked against: each published version's day and fingerprint, and whether it still is what was published. */
export async function prove({ db }: Session, { id }: { id: string }) {
  const { rows } = await db.execute<ProofRow>(sql`select union_name as "unionName", label, is_public as "isPublic",
    taken_down_on::text as "takenDownOn", number, title, published_at as "publishedAt", hash, is_intact as "isIntact" from disclosure_proof(${id}::uuid)`)
  const { unionName, label, isPublic, takenDownOn } = found(rows[0])
  const versions = rows.map(({ number, title, publishedAt, hash, isIntact }) => ({
    number,
    title,
    publishedAt: new Date(publishedAt),
    hash,
    isIntact,
  }))
  return { unionName, label, isPublic, takenDownOn, versions }
}

/**
 * Computes the fingerprint of every published version in one's scope anew and holds it against the row and against the line the publishing act
 * left in the journal: names what was altered, and what was published and is gone. Whether the journal itself holds is `verify journal`.
 */
export async function verify({ db }: Session): Promise<{ checked: number; doubtful: Doubtful[] }> {
  const { rows } = await db.execute<Doubtful & { total: number }>(sql`
    with published as (
      select j.subject as item_id, (j.detail ->> 'number')::int as number, j.detail ->> 'hash' as anchor, j.union_id
      from journal j where j.act in ('disclosure.check', 'disclosure.checkOnPaper') and j.detail ? 'hash'
    ), held as (
      select v.item_id, v.number, v.hash, v.union_id, disclosure_hash(v.item_id, v.number, v.title, v.body, v.tables, v.reason, v.published_at) as now
      from disclosure_versions v where v.published_at is not null
    ), compared as (
      select coalesce(h.item_id, p.item_id) as item_id, coalesce(h.number, p.number) as number, coalesce(h.union_id, p.union_id) as union_id,
        case when h.item_id is null then '已公开的这一版不见了' when p.anchor is null then '日志里没有公开这一版的记录'
          when h.now <> p.anchor then '内容与公开时不一致' when h.hash <> p.anchor then '校验码与公开时不一致' end as fault
      from held h full join published p on p.item_id = h.item_id and p.number = h.number
    )
    select c.item_id as "itemId", c.number, c.fault, coalesce(e.title, '') as title, coalesce(i.label, '') as label,
      coalesce(u.name, '') as "unionName", (select count(*)::int from compared) as total
    from compared c left join disclosure_items i on i.id = c.item_id left join disclosure_entries e on e.id = i.entry_id
      left join union_directory u on u.id = c.union_id where c.fault is not null
    union all select null, null, null, null, null, null, (select count(*)::int from compared)`)
  const checked = rows.at(-1)!.total
  return { checked, doubtful: rows.slice(0, -1) }
}
