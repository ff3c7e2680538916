import type { Content } from '../contract.ts'
import { bodyNames, formNames, seatNames } from './names.ts'

/** A paper as it is printed: title, to whom, paragraphs, who signs and when. */
export type Paper = { title: string; number: string | null; to: string; paragraphs: string[]; from: string; day: string }

const inWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}
const listed = (content: Content) =>
  content.candidates.length
    ? `委员会人选：${content.candidates.map(({ name, seat }) => `${name}（${seatNames[seat]}）`).join('、')}。`
    : `${bodyNames[content.body]}人选由筹备组在发展会员的基础上酝酿提出。`

/** 关于成立工会的请示 (DOC-07), from what was filed. */
export function requestPaper(content: Content, { superiorName, day }: { superiorName: string; day: string }): Paper {
  const { units, name, form, supporters, group, plan, electionOn, sector } = content
  const [first] = units
  const workers = units.reduce((sum, { headcount }) => sum + headcount, 0)
  const unitsInWords = units
    .map(({ name: unit, creditCode, headcount }) => `${unit}（统一社会信用代码 ${creditCode ?? '未填'}，职工 ${headcount} 人）`)
    .join('；')
  return {
    title: `关于成立${name}的请示`,
    number: null,
    to: superiorName,
    paragraphs: [
      `${unitsInWords}${sector ? `，属${sector}行业` : ''}，共有职工 ${workers} 人。根据《中华人民共和国工会法》和《中国工会章程》，职工自愿提出建立工会，已有 ${supporters} 人签名申请入会。`,
      `现以${formNames[form]}的方式筹建${name}。筹备组由${group.join('、')}组成。${listed(content)}`,
      `${plan || '筹备组将在批准后发展会员、召开会员大会。'}${electionOn ? `拟于 ${inWords(electionOn)} 召开会员大会选举${bodyNames[content.body] === '选举组织员' ? '组织员' : '工会委员会'}。` : ''}`,
      '妥否，请批示。',
    ],
    from: `${first?.name ?? name}工会筹备组`,
    day: inWords(day),
  }
}

/** 关于同意成立工会的批复 (DOC-08): name, seats, term, and what is still owed. */
export function approvalPaper(
  content: Content,
  { superiorName, number, termYears, day }: { superiorName: string; number: string; termYears: number; day: string },
): Paper {
  const { name, units, candidates, body } = content
  const size = candidates.filter(({ seat }) => seat === 'chair' || seat === 'viceChair' || seat === 'member').length
  const seats =
    body === 'organiser' ? '选举组织员 1 人' : size ? `工会委员会由 ${size} 人组成` : '工会委员会组成人数按会员人数确定'
  return {
    title: `关于同意成立${name}的批复`,
    number,
    to: `${units[0]?.name ?? name}工会筹备组`,
    paragraphs: [
      `你们《关于成立${name}的请示》收悉。经研究，同意成立${name}，${seats}，每届任期${'零一二三四五'[termYears]}年。`,
      '请在发展会员的基础上，召开会员大会（会员代表大会），按照《工会基层组织选举工作条例》选举产生工会委员会和经费审查委员会，并将选举结果报我会批准。',
      '工会成立后，请及时刻制印章、开立账户，具备条件的依法申请工会法人资格登记。',
    ],
    from: superiorName,
    day: inWords(day),
  }
}
