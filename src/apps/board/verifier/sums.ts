import { addName, alphabetOf, decided, sortNames, type Asked, type Counted } from './counting.ts'
import { sha256Hex, type Fault, type Parsed, type Sections } from './reading.ts'
import { isSealed, type Keys } from './signatures.ts'

type Report = (fault: Fault) => void
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The roll: complete, in order, nobody twice, under the hash that was published when voting opened. Gives how many took a ballot. */
export async function checkRoll({ ballot, roll }: Sections, fault: Report): Promise<number> {
  const said = ballot![0]?.value.roll as { size?: unknown; hash?: unknown } | undefined
  const seen = new Map<unknown, number>()
  roll!.forEach(({ line, value }, at) => {
    const place = `选民名册第 ${at + 1} 行`
    if (Object.keys(value).join() !== 't,line,mark,took') fault({ line, place, problem: '内容不齐' })
    if (value.line !== at + 1) fault({ line, place, problem: `序号应为 ${at + 1}，写的是 ${String(value.line)}：有增、删或换位` })
    if (typeof value.mark !== 'string' || !/^[0-9a-f]{64}$/.test(value.mark)) fault({ line, place, problem: '标识不对' })
    if (typeof value.took !== 'boolean') fault({ line, place, problem: '是否领票没有写明' })
    if (seen.has(value.mark)) fault({ line, place, problem: `与名册第 ${seen.get(value.mark)} 行重复` })
    seen.set(value.mark, at + 1)
  })
  if (said?.size !== roll!.length)
    fault({ line: 0, place: '选民名册', problem: `开始投票时 ${String(said?.size)} 人，现有 ${roll!.length} 行` })
  if (said?.hash !== (await sha256Hex(roll!.map(({ value }) => `${String(value.mark)}\n`).join(''))))
    fault({ line: 0, place: '选民名册', problem: '与开始投票时公布的名册不符' })
  return roll!.filter(({ value }) => value.took === true).length
}

/** The names, where the file has them: each must open the mark of its line. */
export async function checkElectors({ ballot, roll, elector }: Sections, fault: Report) {
  const id = String(ballot![0]?.value.id)
  const hashes = await Promise.all(
    elector!.map(({ value: { line, salt, name, group } }) =>
      sha256Hex(['gongqiao/ballot/elector/1', id, String(line), String(salt), String(name), String(group)].join('\n')),
    ),
  )
  elector!.forEach(({ line, value }, at) => {
    const isWhole = Object.keys(value).join() === 't,line,salt,name,group' && value.line === at + 1
    if (!isWhole || roll![at]?.value.mark !== hashes[at])
      fault({ line, place: `选民名册第 ${String(value.line)} 行`, problem: '姓名与公布的标识不符' })
  })
  if (elector!.length && elector!.length !== roll!.length)
    fault({ line: 0, place: '选民名册', problem: `名册 ${roll!.length} 行，姓名 ${elector!.length} 行` })
}

/** The paper, if any: possible in itself, keyed twice. Adds it to the count. */
export function checkPaper(
  { paper }: Sections,
  asked: Asked[],
  counted: Counted[],
  fault: Report,
): { given: number; returned: number } {
  const [row] = paper!
  if (!row) return { given: 0, returned: 0 }
  const wrong = (problem: string) => fault({ line: row.line, place: '纸质票', problem })
  const { given, returned, tellers, resolution, questions } = row.value as Record<string, unknown> & { questions?: Counted[] }
  if (!isNumber(given) || !isNumber(returned) || returned > given) wrong('收回的纸质票多于发出的')
  if (!Array.isArray(tellers) || tellers.length < 2) wrong('没有两名计票人分别录入')
  if (resolution !== null && typeof resolution !== 'string') wrong('更正的理由没有写明')
  if (resolution === null && Array.isArray(tellers) && tellers.length !== 2) wrong('多次录入，却没有写明更正的理由')
  if (!Array.isArray(questions) || questions.length !== asked.length) {
    wrong('各题的票数不齐')
    return { given: Number(given), returned: Number(returned) }
  }
  asked.forEach((question, at) => addPaper(question, questions[at]!, counted[at]!, Number(returned), wrong))
  return { given: Number(given), returned: Number(returned) }
}

function addPaper(question: Asked, paper: Counted, count: Counted, returned: number, wrong: (problem: string) => void) {
  const { valid, invalid, lines, writeIns } = paper
  if (paper.key !== question.key || !isNumber(valid) || !isNumber(invalid) || valid + invalid !== returned)
    return wrong(`“${question.title}”的有效票与无效票之和不等于收回的张数`)
  count.valid += valid
  count.invalid += invalid
  question.lines.forEach(({ key, name }, row) => {
    const marks = [...alphabetOf(question)]
    const counts = lines?.[row]?.counts ?? {}
    const isWhole =
      lines?.[row]?.key === key && same(Object.keys(counts).sort(), [...marks].sort()) && Object.values(counts).every(isNumber)
    if (!isWhole || marks.reduce((sum, mark) => sum + counts[mark]!, 0) !== valid)
      return wrong(`“${question.title}”${name}的各栏之和不等于有效票`)
    for (const mark of marks) count.lines[row]!.counts[mark]! += counts[mark]!
  })
  for (const { name, count: votes } of writeIns ?? []) {
    if (!question.writeIns || !isNumber(votes) || votes > valid || votes < 1) wrong(`“${question.title}”另选人${name}的票数不对`)
    else addName(count, name, votes)
  }
}

/** The numbers of ballots taken, cast and unused follow from roll, box and paper. */
export function checkCounts(
  sections: Sections,
  found: { took: number; paper: { given: number; returned: number } },
  fault: Report,
) {
  const [row] = sections.counts!
  if (!row) return null
  const said = row.value as Record<string, number | null>
  const cast = sections.cast!.length
  const electronic = found.took - found.paper.given
  const right: Record<string, number> = {
    electors: sections.roll!.length,
    took: found.took,
    byPaper: found.paper.given,
    cast,
    unused: electronic - cast,
    paperReturned: found.paper.returned,
    returned: cast + found.paper.returned,
  }
  const names: Record<string, string> = {
    electors: '名册人数',
    took: '领票人数',
    byPaper: '领纸质票',
    cast: '票箱里的选票',
    unused: '领而未投',
    paperReturned: '收回纸质票',
    returned: '收回选票',
  }
  for (const [key, value] of Object.entries(right))
    if (said[key] !== value)
      fault({ line: row.line, place: `票数：${names[key]}`, problem: `写的是 ${String(said[key])}，应为 ${value}` })
  if (!isNumber(said.byPhone) || !isNumber(said.byKiosk) || said.byPhone + said.byKiosk !== electronic)
    fault({ line: row.line, place: '票数：手机与投票机', problem: `之和应为 ${electronic}` })
  if (cast > electronic) fault({ line: row.line, place: '票数', problem: `票箱里有 ${cast} 张，只发出 ${electronic} 张` })
  if (said.present !== null && !isNumber(said.present)) fault({ line: row.line, place: '票数：到会人数', problem: '不是人数' })
  return { electors: right.electors!, returned: right.returned!, present: said.present ?? null }
}

/** The results, question by question, as counted and decided here. */
export function checkResults(
  { results }: Sections,
  asked: Asked[],
  counted: Counted[],
  bases: Record<string, number | null>,
  fault: Report,
) {
  const [row] = results!
  if (!row) return
  sortNames(counted)
  const said = (row.value.questions ?? []) as (Counted & Record<string, unknown>)[]
  if (!Array.isArray(said) || said.length !== asked.length) return fault({ line: row.line, place: '结果', problem: '各题不齐' })
  asked.forEach((question, at) => {
    const wrong = (what: string, problem: string) => fault({ line: row.line, place: `结果：${question.title}${what}`, problem })
    const { key, valid, invalid, lines, writeIns, ...decision } = said[at]!
    const count = counted[at]!
    if (key !== question.key) wrong('', '编号不对')
    if (valid !== count.valid) wrong('有效票', `写的是 ${valid}，应为 ${count.valid}`)
    if (invalid !== count.invalid) wrong('无效票', `写的是 ${invalid}，应为 ${count.invalid}`)
    count.lines.forEach((line, index) => {
      if (!same(lines?.[index], line))
        wrong(
          ` ${question.lines[index]!.name}`,
          `写的是 ${JSON.stringify(lines?.[index]?.counts)}，应为 ${JSON.stringify(line.counts)}`,
        )
    })
    if (lines?.length !== count.lines.length) wrong('', '多了或少了一行')
    if (!same(writeIns, count.writeIns)) wrong('另选人', `应为 ${JSON.stringify(count.writeIns)}`)
    const right = decided(question, count, bases)
    if (right === null) wrong('', '到会人数没有写明，不能判断是否通过')
    else if (!same(decision, right))
      wrong('谁当选、是否通过', `写的是 ${JSON.stringify(decision)}，应为 ${JSON.stringify(right)}`)
  })
}

const sealed = ['ballot', 'roll', 'cast', 'paper', 'counts', 'results']
const titles: Record<string, string> = {
  ballot: '选票样式',
  roll: '选民名册',
  cast: '票箱',
  paper: '纸质票',
  counts: '票数',
  results: '结果',
}

/** The seal: the hash of every section, signed by the key that the first line names. Gives the fingerprint. */
export async function checkSeal(sections: Sections, keys: Keys, fault: Report): Promise<string | null> {
  const [row] = sections.seal!
  if (!row) return null
  const {
    closedAt,
    sections: said,
    proof,
  } = row.value as { closedAt: string; sections: Record<string, { lines: number; hash: string }>; proof: unknown }
  for (const kind of sealed) {
    const lines = sections[kind] as Parsed[]
    const hash = await sha256Hex(lines.map(({ text }) => `${text}\n`).join(''))
    const before = said?.[kind]
    if (before?.lines !== lines.length)
      fault({ line: row.line, place: titles[kind]!, problem: `封存时 ${String(before?.lines)} 行，现有 ${lines.length} 行` })
    else if (before.hash !== hash) fault({ line: row.line, place: titles[kind]!, problem: '封存以后被改动过' })
  }
  const text = `gongqiao/ballot/seal/1\n${keys.ballot}\n${JSON.stringify({ closedAt, sections: said })}`
  const isWhole = Object.keys(row.value).join() === 't,closedAt,sections,proof' && same(Object.keys(said ?? {}), sealed)
  if (!isWhole || !(await isSealed(keys, proof, text)))
    fault({ line: row.line, place: '封印', problem: '封印不对：封存的各项被改动过' })
  return sha256Hex(row.text)
}
