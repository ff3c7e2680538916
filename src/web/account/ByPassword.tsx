import { useState } from 'react'
import { signIn } from '#web/account/auth'
import { Field } from '#web/account/Field'
import { useStep } from '#web/account/useStep'
import { Button } from '#web/RuledButton'

export function ByPassword({ entered }: { entered: (needsSecond: boolean) => void }) {
  const [who, setWho] = useState('')
  const [password, setPassword] = useState('')
  const step = useStep(async () => {
    if (!who.trim() || !password) throw new Error('请填写账号和密码')
    entered(await signIn(who.trim(), password))
  })
  return (
    <form onSubmit={step.submit} noValidate>
      <Field
        label="账号或手机号码"
        name="username"
        autoComplete="username"
        autoFocus
        value={who}
        onChange={(event) => setWho(event.target.value)}
      />
      <Field
        label="密码"
        name="password"
        type="password"
        autoComplete="current-password"
        fault={step.fault}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" kind="primary" busy={step.isBusy}>
        登录
      </Button>
    </form>
  )
}
