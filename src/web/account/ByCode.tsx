import { useEffect, useState } from 'react'
import { isMobile, sendCode, signInByCode } from '#web/account/auth'
import { Field } from '#web/account/Field'
import { useStep } from '#web/account/useStep'
import { Button } from '#web/RuledButton'

export function ByCode({ entered }: { entered: (needsSecond: boolean) => void }) {
  const [mobile, setMobile] = useState('')
  const [code, setCode] = useState('')
  const [wait, setWait] = useState(0)
  useEffect(() => {
    if (wait === 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  const sending = useStep(async () => {
    if (!isMobile(mobile)) throw new Error('手机号码应为 11 位数字')
    await sendCode(mobile)
    setWait(60)
  })
  const entering = useStep(async () => {
    if (!/^\d{4,8}$/.test(code)) throw new Error('请填写短信里的验证码')
    const { twoFactorRedirect = false } = await signInByCode(mobile, code)
    entered(twoFactorRedirect)
  })
  return (
    <form onSubmit={entering.submit} noValidate>
      <Field
        label="手机号码"
        inputMode="numeric"
        autoComplete="tel-national"
        autoFocus
        maxLength={11}
        fault={sending.fault}
        value={mobile}
        onChange={(event) => setMobile(event.target.value.replace(/\D/g, ''))}
      />
      <div className="beside">
        <Field
          label="验证码"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          fault={entering.fault}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
        />
        <Button busy={sending.isBusy || wait > 0} onClick={() => sending.submit()}>
          {wait > 0 ? `${wait} 秒后可重发` : '获取验证码'}
        </Button>
      </div>
      <Button type="submit" kind="primary" busy={entering.isBusy}>
        登录
      </Button>
    </form>
  )
}
