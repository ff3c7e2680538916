import { readFileSync } from 'node:fs'
import { verifyArchive } from '../board/verifier/verify.ts'
import { argumentsOf } from './arguments.ts'

const usage = 'verify ballots FILE [--opening HASH] [--fingerprint HASH] [--code CODE]'
const plain = (text: string) => text.toLowerCase().replaceAll(/[^0-9a-z]/g, '')

/**
 * `verify ballots FILE`: checks the archive of a ballot from the file alone. `--opening` and `--fingerprint` compare with what was published
 * when voting opened and with the minutes (the beginning is enough); `--code` shows the ballot with this code. Exits with 1 when
 * anything is wrong, and names the place.
 */
export async function verifyBallots(args: string[]) {
  const options = { opening: { type: 'string' }, fingerprint: { type: 'string' }, code: { type: 'string' } } as const
  const { values, positionals } = argumentsOf(args, usage, options)
  const file = positionals[1]
  if (!file) throw new Error(`用法 usage: npm run gongqiao -- ${usage}`)
  const { faults, title, union, isRehearsal, ballots, electors, opening, fingerprint, box } = await verifyArchive(
    readFileSync(file, 'utf8'),
  )
  console.log(`${union}：${title}${isRehearsal ? '（演练，不作数）' : ''}`)
  console.log(`名册 ${electors} 人，票箱 ${ballots} 张电子选票`)
  console.log(`开始投票时公布的校验值 opening      ${opening}`)
  console.log(`会议记录上的校验值     fingerprint  ${fingerprint}`)
  const other = [
    values.opening && !opening.startsWith(plain(values.opening)) && '开始投票时公布的校验值与文件不符',
    values.fingerprint && !fingerprint.startsWith(plain(values.fingerprint)) && '会议记录上的校验值与文件不符',
  ].filter((problem) => typeof problem === 'string' && problem)
  for (const { line, place, problem } of faults) console.log(`  ${line ? `第 ${line} 行 ` : ''}${place}：${problem}`)
  for (const problem of other) console.log(`  ${problem}`)
  if (values.code) {
    const found = box.find(({ code }) => plain(code) === plain(values.code!))
    console.log(found ? `选票 ${found.code}：${found.choices}` : `票箱里没有编码为 ${values.code} 的选票`)
  }
  const bad = faults.length + other.length
  console.log(bad ? `${bad} 处有问题，这份档案不可信` : '全部相符：名册、选票、票数、结果都对')
  if (bad) process.exitCode = 1
}
