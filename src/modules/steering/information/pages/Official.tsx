import { dayInWords } from '#web/words'
import type { Information } from '../contract.ts'

const dayOf = (moment: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(moment)
const longDay = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The paper in official layout: head, number, title, to whom, body, attachments, signature, day, copies. */
export function Official({ found }: { found: Information }) {
  const { unionName, number, title, body, sentTo, copies, files, at, replyBy, version, versions } = found
  const attached = files.filter(({ untilVersion }) => !untilVersion)
  return (
    <article className="paper">
      <p className="head">{unionName}文件</p>
      {number && <p className="number">{number}</p>}
      <hr />
      <h2>{title}</h2>
      <p>{toWords(sentTo)}：</p>
      {body.split('\n').map((words, at_) => (
        // A paragraph has no other name than its place.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at_} className="body">
          {words}
        </p>
      ))}
      {replyBy && <p className="body">请于{dayInWords(replyBy)}前在本页回复。</p>}
      {attached.length > 0 && <p className="body">附件：{attached.map(({ name }, at_) => `${at_ + 1}. ${name}`).join('　')}</p>}
      <p className="sign">{unionName}</p>
      <p className="sign">{longDay(dayOf(at))}</p>
      {version > 1 && (
        <p className="faint small">
          本件为第 {version} 稿，更正说明：{versions[0]?.why}
        </p>
      )}
      {copies.length > 0 && <p className="copies">抄送：{copies.join('、')}。</p>}
    </article>
  )
}

const toWords = (names: readonly string[]) =>
  names.length === 0 ? '有关工会' : names.length <= 6 ? names.join('、') : `${names.slice(0, 3).join('、')}等各工会`
