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
    box: [],
  }
  const keys = opening && opening.value.format === 'gongqiao-ballot/1' ? await keysIn(opening.value) : null
  const asked = questionsIn(opening?.value.questions)
  if (!keys || !asked) {
    fault({ line: 1, place: '选票样式', problem: '第一行的格式、密钥或题目读不出来' })
    return report
  }
  const took = await checkRoll(sections, fault)
  report.box = await checkBox(sections, keys, fault, progress)
  const counted = nothingYet(asked)
  for (const { choices } of report.box) addBallot(asked, counted, choices)
  const paper = checkPaper(sections, asked, counted, fault)
  const bases = checkCounts(sections, { took, paper }, fault)
  if (bases) checkResults(sections, asked, counted, bases, fault)
  report.fingerprint = (await checkSeal(sections, keys, fault)) ?? ''
  await checkElectors(sections, fault)
  progress(1)
  return report
}

function questionsIn(value: unknown): Asked[] | null {
  const isQuestion = (one: Asked) =>
    ['approve', 'choose', 'yesno', 'score'].includes(one?.kind) &&
    Array.isArray(one.lines) &&
    Array.isArray(one.grades) &&
    Number.isSafeInteger(one.seats)
  return Array.isArray(value) && value.length > 0 && value.every(isQuestion) ? (value as Asked[]) : null
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
