import { type ItemKind, itemKindNames, type Matter, matterNames, wayNames, type Way } from './names.ts'

type ItemFacts = {
  kind: ItemKind
  matter: Matter
  title: string
  reporter: string | null
  way: Way
  expected: number | null
  present: number | null
  resolution: string | null
  result: { yes: number; no: number; abstain: number; passed: boolean | null; working: string } | null
}
type StepFacts = { title: string; dueOn: string | null; doneOn: string | null; skippedWhy: string | null }
export type PaperFacts = {
  unionName: string
  title: string
  opensOn: string
  place: string | null
  expected: number | null
  present: number | null
  presidium: { name: string }[]
  items: ItemFacts[]
  steps: StepFacts[]
  opinions: { who: string; body: string; reply: string | null }[]
}

export const paperNames = {
  ask: '筹备请示',
  notice: '会议通知',
  minutes: '会议记录',
  resolution: '大会决议',
  report: '情况报告',
} as const
export type PaperKind = keyof typeof paperNames

/** A day written out: 2026年11月25日. */
export const written = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

const voteLine = ({ result, expected, present, way }: ItemFacts) => {
  if (!result) return '未表决。'
  if (result.passed === null) return result.working ? `${result.working}。` : '代表们进行了审议，提出了意见和建议。'
  const counts = `${wayNames[way]}：全体代表 ${expected} 人，到会 ${present} 人，赞成 ${result.yes} 票，反对 ${result.no} 票，弃权 ${result.abstain} 票`
  return `${counts}；${result.working}，${result.passed ? '通过' : '没有通过'}。`
}

/** The body of each paper of a session (DOC-21 to DOC-23), paragraph by paragraph. */
export function bodyOf(which: PaperKind, facts: PaperFacts): string[] {
  const agenda = facts.items.map(
    (item, at) => `${at + 1}. ${item.title}（${itemKindNames[item.kind]}，${matterNames[item.matter]}）`,
  )
  const where = facts.place ? `在${facts.place}` : ''
  if (which === 'ask')
    return [
      `拟于${written(facts.opensOn)}${where}召开${facts.title}，主要议题如下：`,
      ...agenda,
      '会议材料将按规定期限送达职工代表。妥否，请批示。',
    ]
  if (which === 'notice')
    return [
      `定于${written(facts.opensOn)}${where}召开${facts.title}。现将议题通知如下，请各位代表听取所在选举单位职工意见，准时出席。`,
      ...agenda,
    ]
  const count = `应到代表 ${facts.expected ?? 0} 人，实到 ${facts.present ?? 0} 人，达到应到人数的三分之二以上，符合规定。`
  if (which === 'resolution')
    return [
      `${facts.title}于${written(facts.opensOn)}${where}召开。${count}大会通过以下决议：`,
      ...facts.items
        .filter(({ result }) => result?.passed)
        .flatMap((item) => [`关于${item.title}：${item.resolution ?? '大会审议通过。'}`, voteLine(item)]),
    ]
  const skipped = facts.steps
    .filter(({ skippedWhy }) => skippedWhy)
    .map(({ title, skippedWhy }) => `${title}没有办理，理由：${skippedWhy}。`)
  const items = facts.items.flatMap((item, at) => [
    `${at + 1}. ${item.title}${item.reporter ? `，由${item.reporter}报告` : ''}（${itemKindNames[item.kind]}）。${voteLine(item)}`,
    ...(item.resolution ? [`决议：${item.resolution}`] : []),
  ])
  const head = [`会议：${facts.title}`, `时间：${written(facts.opensOn)}`, `地点：${facts.place ?? ''}`, count]
  const presidium = facts.presidium.length ? [`主席团：${facts.presidium.map(({ name }) => name).join('、')}`] : []
  if (which === 'report') return [`现将${facts.title}情况报告如下。`, count, ...items, ...skipped]
  const said = facts.opinions.map(({ who, body, reply }) => `${who}：${body}${reply ? `（答复：${reply}）` : ''}`)
  return [...head, ...presidium, ...items, ...(said.length ? ['代表意见和答复：', ...said] : []), ...skipped]
}
