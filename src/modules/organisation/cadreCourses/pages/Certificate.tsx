import type { Training } from '../contract.ts'
import { courseKindNames } from '../rules/names.ts'
import { useSubjects } from './words.tsx'
import './courses.css'

const inChinese = (day: string) => `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

/** What stands on a certificate. */
export function Certificate({ training }: { training: Training }) {
  const { named } = useSubjects()
  const { personName, unionName, title, kind, subjects, hours, organiser, startsOn, completedOn, mark, certificateNumber } =
    training
  return (
    <article className="certificate card">
      <h2>结业证书</h2>
      <p>
        {personName}（{unionName}）：
      </p>
      <p>
        于 {inChinese(startsOn)}至 {inChinese(completedOn ?? startsOn)}参加“{title}”（{courseKindNames[kind]}，{named(subjects)}
        ），共 {hours} 学时{mark === null ? '' : `，测试成绩 ${mark} 分`}，准予结业。
      </p>
      <p className="right">
        {organiser}
        <br />
        {inChinese(completedOn ?? startsOn)}
      </p>
      <p className="faint">证书编号：{certificateNumber ?? '由举办单位编发'}</p>
    </article>
  )
}
