import { addBallot, nothingYet, type Asked } from './counting.ts'
import { sectionsOf, sha256Hex, type Fault, type Sections } from './reading.ts'
import { checkCast, keysIn, type Keys } from './signatures.ts'
import { checkCounts, checkElectors, checkPaper, checkResults, checkRoll, checkSeal } from './sums.ts'

/** What the check found. `opening` and `fingerprint` are to be compared with what was published when voting opened and with the minutes. */
export type Report = {
  faults: Fault[]
  title: string
  union: string
  isRehearsal: boolean
  ballots: number
  electors: number
  questions: Asked[]
  opening: string
  fingerprint: string
  /** The code of each ballot in the box, and what it says. */
  box: { code: string; choices: string }[]
}

const CHUNK = 400
/** Beyond so many, more would only bury the first. */
const MOST = 200

/** Checks an archive from its text alone. `progress` is told from 0 to 1. A good archive has no faults. */
export async function verifyArchive(text: string, progress: (done: number) => void = () => {}): Promise<Report> {
  const faults: Fault[] = []
  const fault = (found: Fault) => void (faults.length < MOST && faults.push(found))
  const sections = sectionsOf(text, fault)
  const opening = sections.ballot![0]
  const report: Report = {
    faults,
    title: String(opening?.value.title ?? ''),
    union: String(opening?.value.union ?? ''),
    isRehearsal: opening?.value.rehearsal === true,
    ballots: sections.cast!.length,
    electors: sections.roll!.length,
    opening: opening ? await sha256Hex(opening.text) : '',
    fingerprint: '',
    questions: [],
    box: [],
  }
  const keys = opening && opening.value.format === 'gongqiao-ballot/1' ? await keysIn(opening.value) : null
  const asked = questionsIn(opening?.value.questions)
  if (!keys || !asked) {
    fault({ line: 1, place: '选票样式', problem: '第一行的格式、密钥或题目读不出来' })
    return report
  }
  report.questions = asked
  const tried = guard(fault)
  const took = (await tried('选民名册', () => checkRoll(sections, fault))) ?? 0
  report.box = (await tried('票箱', () => checkBox(sections, keys, fault, progress))) ?? []
  const counted = nothingYet(asked)
  for (const { choices } of report.box) addBallot(asked, counted, choices)
  const paper = (await tried('纸质票', () => checkPaper(sections, asked, counted, fault))) ?? { given: 0, returned: 0 }
  const bases = await tried('票数', () => checkCounts(sections, { took, paper }, fault))
  if (bases) await tried('结果', () => checkResults(sections, asked, counted, bases, fault))
  report.fingerprint = (await tried('封印', () => checkSeal(sections, keys, fault))) ?? ''
  await tried('选民名册', () => checkElectors(sections, fault))
  progress(1)
  return report
}

/** A part whose lines are of no known shape is at fault as a whole: the check goes on with the others. */
const guard =
  (fault: (fault: Fault) => void) =>
  async <T>(place: string, work: () => T | Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch {
      fault({ line: 0, place, problem: '内容不是规定的样子，读不下去' })
      return null
    }
  }

function questionsIn(value: unknown): Asked[] | null {
  const isText = (one: unknown) => typeof one === 'string'
  const isQuestion = ({ key, title, kind, lines, seats, writeIns, grades, threshold }: Asked) =>
    [key, title].every(isText) &&
    ['approve', 'choose', 'yesno', 'score'].includes(kind) &&
    Array.isArray(lines) &&
    lines.every((line) => isText(line.key) && isText(line.name)) &&
    Array.isArray(grades) &&
    grades.every(isText) &&
    grades.length <= 10 &&
    Number.isSafeInteger(seats) &&
    typeof writeIns === 'boolean' &&
    (threshold === undefined ||
      (['electors', 'present', 'returned'].includes(threshold.of) &&
        typeof threshold.strict === 'boolean' &&
        Array.isArray(threshold.share) &&
        threshold.share.length === 2 &&
        threshold.share.every((part) => Number.isSafeInteger(part))))
  try {
    return Array.isArray(value) && value.length > 0 && value.every(isQuestion) ? (value as Asked[]) : null
  } catch {
    return null
  }
}

/** Every ballot: signed by the ballot's key, unchanged since the voter signed it, each once and in the order of the codes. */
async function checkBox({ cast }: Sections, keys: Keys, fault: (fault: Fault) => void, progress: (done: number) => void) {
  const box: Report['box'] = []
  let last = ''
  for (let at = 0; at < cast!.length; at += CHUNK) {
    const chunk = cast!.slice(at, at + CHUNK)
    const checked = await Promise.all(chunk.map(({ value }) => checkCast(value, keys)))
    checked.forEach((result, index) => {
      const { line, value } = chunk[index]!
      const place = `票箱第 ${at + index + 1} 张`
      if ('problem' in result) return fault({ line, place, problem: result.problem })
      if (result.code === last) return fault({ line, place: `${place}（${result.code}）`, problem: '同一张选票出现了两次' })
      if (result.code < last) fault({ line, place: `${place}（${result.code}）`, problem: '位置不对：选票没有按编码排列' })
      last = result.code
      box.push({ code: result.code, choices: value.choices as string })
    })
    progress((at + chunk.length) / cast!.length)
  }
  const seen = new Set<string>()
  for (const { code } of box) {
    if (seen.has(code)) fault({ line: 0, place: `票箱（${code}）`, problem: '同一张选票出现了两次' })
    seen.add(code)
  }
  return box
}
