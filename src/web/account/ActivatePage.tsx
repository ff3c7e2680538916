import { useState } from 'react'
import { activate, linkToken } from '#web/account/auth'
import { Door } from '#web/account/Door'
import { NewPassword, newPasswordFault } from '#web/account/NewPassword'
import { useStep } from '#web/account/useStep'
import { Button } from '#web/RuledButton'

/** The first password of an account, by the one-time link an administrator handed over. */
export function ActivatePage() {
  const [token] = useState(linkToken)
  const [passwords, setPasswords] = useState({ password: '', again: '' })
  const [isDone, setDone] = useState(false)
  const step = useStep(async () => {
    const wrong = newPasswordFault(passwords)
    if (wrong) throw new Error(wrong)
    await activate(token, passwords.password)
    setDone(true)
  })
  if (!token) return <Door line="这个链接不完整" note="请用管理员给您的整条链接打开，一个字也不能少。" />
  if (isDone)
    return (
      <Door line="密码设好了">
        <a className="btn primary" href="/m/sign-in">
          用手机版登录
        </a>
        <a className="link" href="/sign-in">
          登录工作台（电脑）
        </a>
      </Door>
    )
  return (
    <Door line="给您的账号设一个密码" note="几个不相干的词连在一起，好记也不容易被猜到。">
      <form onSubmit={step.submit} noValidate>
        <NewPassword passwords={passwords} set={setPasswords} fault={step.fault} />
        <Button type="submit" kind="primary" busy={step.isBusy}>
          设好
        </Button>
      </form>
    </Door>
  )
}
