import { addDays, daysBetween } from '#kit/dates'
import { type Calls, named, type Person, type Planted } from './calls.ts'

type Api = ReturnType<Calls['at']>['disclosure']
type Kind = Parameters<Api['begin']>[0]['kind']

const texts: Record<string, string> = {
  社会保险和住房公积金缴纳: '本月应缴职工五险一金全部按期缴纳，缴费基数已按上年工资核定。个人账户可在社保、公积金中心查询。',
  生产经营情况: '本季度订单完成计划的九成六，二车间交付准时率提高。原材料价格上涨，正在与供应商商谈。',
  福利费使用: '本季度福利费用于食堂补贴、防暑降温和节日慰问，余额结转下季度。',
}
const textOf = (title: string, label: string) =>
  texts[title] ?? `${label}“${title}”按目录公开，依据、办法和结果附后，有疑问可以提出，按期答复。`

/** Open affairs of half a year at 恒达机械 (one late, one corrected, one faulted, questions answered and open), a school's, an office's, the union's own. */
export async function disclosing(calls: Calls, unions: readonly Planted[]) {
  const hengda = named(unions, '恒达机械有限公司工会委员会')
  await running(calls, hengda, 'works', 200, 1)
  await running(calls, named(unions, '南桥小学工会委员会'), 'school', 100, 0)
  await running(calls, named(unions, '区财政局机关工会委员会'), 'office', 160, 0)
  await running(calls, hengda, 'union', 150, 0)
  await asked(calls, hengda, unions)
}

async function seated(calls: Calls, union: Planted, daysAgo: number) {
  const { disclosure } = calls.at(union, daysAgo, undefined, 'chair')
  const [chair, second, third, fourth, fifth] = union.people as [Person, Person, Person, Person, Person]
  const seats = [
    ['leading', 'head', 'partySecretary', fifth, '党组织书记'],
    ['leading', 'deputy', 'unionChair', chair, '工会主席'],
    ['leading', 'member', 'administration', fourth, '行政负责人'],
    ['supervision', 'head', 'unionChair', chair, '工会主席'],
    ['supervision', 'member', 'unionCommittee', second, '工会委员'],
    ['supervision', 'member', 'worker', third, '职工代表'],
  ] as const
  const ids: string[] = []
  for (const [body, role, capacity, { id, name }, title] of seats)
    ids.push(
      (
        await disclosure.seat({
          unionId: union.id,
          body,
          role,
          capacity,
          memberId: id,
          personName: name,
          title,
          fromOn: calls.day(daysAgo),
        })
      ).id,
    )
  return { head: ids[0]!, inspector: ids[4]! }
}

/** Plan adopted, and what has come due since published, but for the last `late`. */
async function running(calls: Calls, union: Planted, kind: Kind, daysAgo: number, late: number) {
  const office = calls.at(union, daysAgo, undefined, 'chair').disclosure
  const { seats } = await office.groups({ unionId: union.id })
  const at = (body: 'leading' | 'supervision', n: number) => seats.filter((seat) => seat.body === body)[n]!.id
  const signers = seats.length ? { head: at('leading', 0), inspector: at('supervision', 1) } : await seated(calls, union, daysAgo)
  const { id: plan } = await office.begin({ unionId: union.id, kind })
  await office.adopt({
    id: plan,
    adoptedOn: calls.day(daysAgo),
    meeting: '党政工联席会议纪要〔2026〕6号',
    basis: '中办发〔2002〕13号',
  })
  const { rows } = await office.list({ unionId: union.id, kind, size: 200 })
  const due = rows.filter(({ dueOn }) => dueOn <= calls.today).toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
  const kept = late ? due.slice(0, -late) : due
  for (const [n, { id, title, label, dueOn }] of kept.entries()) {
    const ago = Math.min(daysAgo, Math.max(1, daysBetween(addDays(dueOn, n % 6 === 5 ? 4 : -3), calls.today)))
    const text = { id, title: `${title}（${label}）`, body: textOf(title, label), tables: tablesOf(title), isReady: true }
    await publish(calls, union, ago, text, signers, n === 2)
    if (n === 4 && kind === 'works') {
      const mended = { ...text, body: `${text.body}\n更正：补上上一稿漏写的劳务派遣职工人数。`, reason: '漏写劳务派遣职工人数' }
      await publish(calls, union, Math.max(1, ago - 5), mended, signers, false)
    }
  }
}

type Text = Parameters<Api['draftAsUnion']>[0]
async function publish(
  calls: Calls,
  union: Planted,
  ago: number,
  text: Text,
  signers: { head: string; inspector: string },
  isFaulty: boolean,
) {
  const { disclosure } = calls.at(union, ago, undefined, 'chair')
  const paper = `公开审批表〔2026〕${100 + ago}号`
  const approve = () =>
    disclosure.approveOnPaper({ id: text.id, isApproved: true, hasNoSecrets: true, seatId: signers.head, paper })
  const check = (isComplete: boolean, note = '') =>
    disclosure.checkOnPaper({ id: text.id, isTrue: true, isComplete, isLawful: true, note, seatId: signers.inspector, paper })
  await disclosure.draftAsUnion(text)
  await approve()
  if (isFaulty) {
    await check(false, '缺结果名单，请补充')
    await disclosure.draftAsUnion({ ...text, body: `${text.body}\n结果名单已附。` })
    await approve()
  }
  await check(true)
}

const tablesOf = (title: string) =>
  title === '社会保险和住房公积金缴纳'
    ? [
        {
          title: '缴纳情况',
          head: ['项目', '应缴人数', '实缴人数'],
          rows: [
            ['养老保险', '412', '412'],
            ['住房公积金', '412', '412'],
          ],
        },
      ]
    : []

async function asked(calls: Calls, hengda: Planted, unions: readonly Planted[]) {
  const night: Person[] = []
  // Who has left since reads nothing any more.
  for (const person of named(unions, '二车间夜班工会小组').people)
    if (night.length < 18 && (await calls.self(person).disclosure.mine()).length) night.push(person)
  const { disclosure } = calls.at(hengda, 0, undefined, 'administrationClerk')
  const { rows } = await disclosure.list({ unionId: hengda.id, kind: 'works', state: 'published', size: 20 })
  const [first, second, third] = rows as unknown as [{ id: string }, { id: string }, { id: string }]
  const ask = (n: number, itemId: string, kind: 'question' | 'fairness' | 'doubt', body: string, ago: number) =>
    calls.self(night[n]!, ago).disclosure.ask({ itemId, kind, body, isNamed: false })
  await ask(4, first.id, 'question', '夜班津贴算进缴费基数了吗？', 0.5)
  await ask(5, second.id, 'fairness', '结果名单里没有夜班的人，请说明标准。', 0.5)
  await ask(6, third.id, 'doubt', '合计数和上季度对不上，请核对。', 0.5)
  for (const { id } of [first, second]) {
    const [question] = (await disclosure.get({ id })).questions
    if (question)
      await disclosure.answer({
        id: question.id,
        answer:
          question.kind === 'question'
            ? '算进了。缴费基数按上年全部工资性收入核定，含夜班津贴。'
            : '标准按年度办法执行，夜班漏报，已补入名单。',
        outcome: question.kind === 'question' ? 'explained' : 'upheld',
      })
  }
  for (const person of night.slice(0, 14)) await calls.self(person, 0.2).disclosure.confirm({ id: first.id })
}
