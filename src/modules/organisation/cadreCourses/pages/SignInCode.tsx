import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { QrCode } from '#web/QrCode'
import { Section } from '#web/Section'
import './courses.css'

/** The code of the day, to be shown in the room: typed on the phone, or scanned. */
export function SignInCode({ id }: { id: string }) {
  const { data } = useQuery(api.cadreCourses.code.queryOptions({ input: { id } }))
  if (!data) return null
  const address = `${location.origin}/m/courses/sign-in?course=${id}&code=${data.code}`
  return (
    <Section title="今天的签到码" note={`${data.onDay}，只在今天有效`} padded>
      <p className="code-big" aria-label={`签到码 ${[...data.code].join(' ')}`}>
        {data.code}
      </p>
      <QrCode text={address} label="签到二维码" />
      <p className="faint">学员在手机“干部培训”里输入，或扫码签到；没有手机的可以在名单里手工签到。</p>
    </Section>
  )
}
