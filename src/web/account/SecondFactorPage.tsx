import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { enableTotp } from '#web/account/auth'
import { Field } from '#web/account/Field'
import { QrCode } from '#web/QrCode'
import { SecondStep } from '#web/account/SecondStep'
import { useStep } from '#web/account/useStep'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { save } from '#web/save'
import { Section } from '#web/Section'

type Secret = Awaited<ReturnType<typeof enableTotp>>

/** Setting up the second step that posts with authority over others need. */
export function SecondFactorPage() {
  const { needsSecondFactor } = useMe()
  const queries = useQueryClient()
  const [secret, setSecret] = useState<Secret>()
  const [isDone, setDone] = useState(false)
  const line = isDone
    ? '动态码设好了，下次登录会问您。'
    : needsSecondFactor
      ? '这个任职能管到别人，先设一个动态码。'
      : '给登录再加一道锁。'
  const done = () => {
    setDone(true)
    void queries.invalidateQueries()
  }
  return (
    <Page line={line}>
      <Section title={isDone ? '备用码' : secret ? '用手机扫一扫' : '先确认是您本人'} padded>
        {isDone && secret ? (
          <BackupCodes codes={secret.backupCodes} />
        ) : secret ? (
          <Scan secret={secret} done={done} />
        ) : (
          <AskPassword got={setSecret} />
        )}
      </Section>
    </Page>
  )
}

function AskPassword({ got }: { got: (secret: Secret) => void }) {
  const [password, setPassword] = useState('')
  const step = useStep(async () => got(await enableTotp(password)))
  return (
    <form className="narrow-form" onSubmit={step.submit} noValidate>
      <Field
        label="您的密码"
        type="password"
        autoComplete="current-password"
        fault={step.fault}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" kind="primary" busy={step.isBusy}>
        下一步
      </Button>
    </form>
  )
}

function Scan({ secret, done }: { secret: Secret; done: () => void }) {
  const key = new URL(secret.totpURI).searchParams.get('secret') ?? ''
  return (
    <div className="narrow-form">
      <p className="muted">
        在手机上装一个动态码应用（如 Microsoft Authenticator、腾讯身份验证器），扫这个码，再把它显示的 6 位数字填在下面。
      </p>
      <QrCode text={secret.totpURI} label="动态码的二维码" />
      <p className="faint small">扫不了？手动输入：{key.replace(/(.{4})/g, '$1 ')}</p>
      <SecondStep done={done} isFirst />
    </div>
  )
}

const BackupCodes = ({ codes }: { codes: string[] }) => (
  <div className="narrow-form">
    <p className="muted">手机丢了，用备用码登录，每个用一次。请存好或打印出来，这里只显示这一次。</p>
    <ul className="codes">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <Button onClick={() => save(new Blob([codes.join('\r\n')], { type: 'text/plain' }), '工桥备用码.txt')}>存成文件</Button>
  </div>
)
