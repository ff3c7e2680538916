import type { Calls, Planted } from './calls.ts'
import { named } from './calls.ts'

const letter = {
  title: '关于做好新就业形态劳动者入会和服务工作的通知',
  number: '永工发〔2026〕8号',
  issuer: '永安区总工会',
  articles: [
    { label: '第一条', body: '货车司机、网约车司机、快递员、外卖配送员可以在用人单位、站点所在地或者居住地申请入会。' },
    { label: '第二条', body: '收到入会申请，两个工作日内答复；材料不齐的，一次告知。', statute: 'MEM-02.answer' },
    { label: '第三条', body: '会员变动工作单位的，转入工会三个工作日内确认，不得要求重复提交材料。', statute: 'MEM-05.answer' },
  ],
}

/** What the district ruled itself: two promises shortened, one of them by a town again, one that begins next month; and the letter behind them. */
export async function ruleOnFigures(calls: Calls, unions: readonly Planted[]) {
  const [top] = unions
  const town = named(unions, '永丰镇总工会')
  await calls.at(top!, 26).rulebook.fileDocument({ ...letter, issuedOn: calls.day(30), fromOn: calls.day(26) })
  await rule(calls, top!, 25, 'MEM-02.answer', 2, calls.day(25))
  await rule(calls, top!, 25, 'MEM-05.answer', 3, calls.day(25))
  await rule(calls, town, 6, 'MEM-05.answer', 2, calls.day(6))
  await rule(calls, top!, 1, 'ORG-50.answer', 10, calls.day(-20))
}

async function rule(calls: Calls, union: Planted, daysAgo: number, statute: string, value: number, fromOn: string) {
  const { rulebook } = calls.at(union, daysAgo)
  const { fingerprint } = await rulebook.impact({ statute, value, fromOn })
  await rulebook.rule({ statute, value, fromOn, reason: `${letter.issuer}〔2026〕8号文件`, fingerprint })
}
