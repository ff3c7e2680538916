import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { QrCode } from '#web/QrCode'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import './joining.css'

/** The union's own QR for the notice board: whoever scans it has the union filled in. */
export function PosterPage() {
  const { post } = useMe()
  const link = `${location.origin}/m/join?union=${post?.unionId ?? ''}`
  return (
    <Page
      line="打印出来，贴在大家看得到的地方。"
      acts={
        <Button kind="primary" onClick={() => print()}>
          打印
        </Button>
      }
    >
      <Section title={post?.unionName ?? ''} padded>
        <div className="poster">
          <h2>扫一扫，加入工会</h2>
          <QrCode text={link} label={`加入${post?.unionName ?? '工会'}的二维码`} />
          <p>一分钟填完，不用下载软件，不用拍证件。承诺 3 个工作日内答复。</p>
          <p className="muted small">{link}</p>
        </div>
      </Section>
    </Page>
  )
}
