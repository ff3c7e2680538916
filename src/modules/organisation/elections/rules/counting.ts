import { refuse, type Verdict } from '#law/verdict'
import type { Line, Sheet } from './result.ts'

/**
 * Whether a count adds up: what is counted wrong is told at once, with the figures, before it is taken in. `seats` bounds how many a ballot
 * may choose; write-ins cannot outnumber disapprovals (ELEC-16, ELEC-17).
 */
export function mayCount({ issued, returned, invalid, lines }: Sheet, seats: number): Verdict {
  if (invalid > returned) return refuse('elections.sheet', `无效票 ${invalid} 张，多于收回的 ${returned} 张，请重新清点`)
  const valid = returned - invalid
  const off = lines.find((line) => !line.isWriteIn && line.yes + line.no + line.abstain !== valid)
  if (off)
    return refuse(
      'elections.sheet',
      `${off.name}：赞成 ${off.yes}、不赞成 ${off.no}、弃权 ${off.abstain}，合计 ${off.yes + off.no + off.abstain}，应等于有效票 ${valid} 张`,
    )
  const writeIns = sum(lines.filter(({ isWriteIn }) => isWriteIn).map(({ yes }) => yes))
  const against = sum(lines.map(({ no }) => no))
  if (writeIns > against)
    return refuse(
      'elections.sheet',
      `另选他人 ${writeIns} 票，多于不赞成票 ${against} 票，请重新清点`,
      '《工会基层组织选举工作条例》第二十四条（待核对）',
    )
  const chosen = sum(lines.map(({ yes }) => yes))
  if (chosen > valid * seats)
    return refuse('elections.sheet', `赞成和另选合计 ${chosen} 票，超过有效票 ${valid} 张最多能选的 ${valid * seats} 票`)
  if (issued === 0 && returned > 0) return refuse('elections.sheet', '没有发出选票，不会收回选票')
  return null
}

const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0)

/** One voter's marks of one contest. */
export const marks = ['yes', 'no', 'abstain'] as const
export type Mark = (typeof marks)[number]
export type Choice = { marks: readonly Mark[]; writeIns: number }

/** Whether a single ballot is valid: no more chosen than seats, write-ins only in place of people disapproved of (ELEC-16, ELEC-17). */
export function isValidBallot({ marks: list, writeIns }: Choice, seats: number): boolean {
  const count = (mark: Mark) => list.filter((one) => one === mark).length
  return count('yes') + writeIns <= seats && writeIns <= count('no')
}

export type Difference = { id: string; what: string; first: number; second: number }
const columns = { yes: '赞成', no: '不赞成', abstain: '弃权' } as const

/** Where two tellers' counts differ; an empty list: they agree. Write-ins are matched by name. */
export function differencesOf(first: Sheet, second: Sheet): Difference[] {
  const heads = (['issued', 'returned', 'invalid'] as const).map((key) => ({
    id: key,
    what: { issued: '发出', returned: '收回', invalid: '无效' }[key],
    first: first[key],
    second: second[key],
  }))
  const key = (line: Line) => (line.isWriteIn ? `另选 ${line.name}` : line.id)
  const [a, b] = [new Map(first.lines.map((line) => [key(line), line])), new Map(second.lines.map((line) => [key(line), line]))]
  const lines = [...new Set([...a.keys(), ...b.keys()])].flatMap((id) => {
    const [one, other] = [a.get(id), b.get(id)]
    return (Object.keys(columns) as (keyof typeof columns)[]).map((column) => ({
      id: `${id} ${column}`,
      what: `${(one ?? other)!.name} ${columns[column]}`,
      first: one?.[column] ?? 0,
      second: other?.[column] ?? 0,
    }))
  })
  return [...heads, ...lines].filter((row) => row.first !== row.second)
}

/** Two counts of one contest put together: the paper ballots and the on-line box of the same roll. */
export function sheetOf(...sheets: readonly Sheet[]): Sheet {
  const lines = new Map<string, Line>()
  for (const { lines: list } of sheets)
    for (const line of list) {
      const before = lines.get(line.id)
      lines.set(
        line.id,
        before
          ? { ...before, yes: before.yes + line.yes, no: before.no + line.no, abstain: before.abstain + line.abstain }
          : line,
      )
    }
  return {
    issued: sum(sheets.map(({ issued }) => issued)),
    returned: sum(sheets.map(({ returned }) => returned)),
    invalid: sum(sheets.map(({ invalid }) => invalid)),
    lines: [...lines.values()],
  }
}
