import { useState } from 'react'
import { changePassword } from '#web/account/auth'
import { Field } from '#web/account/Field'
import { NewPassword, newPasswordFault } from '#web/account/NewPassword'
import { useStep } from '#web/account/useStep'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'

const none = { password: '', again: '' }

/** Changes the password; every other device is signed out by it. */
export function ChangePassword() {
  const [current, setCurrent] = useState('')
  const [passwords, setPasswords] = useState(none)
  const step = useStep(async () => {
    const wrong = newPasswordFault(passwords)
    if (wrong) throw new Error(wrong)
    await changePassword(current, passwords.password)
    setCurrent('')
    setPasswords(none)
    notify({ tone: 'good', title: '密码改好了，别的设备都已退出' })
  })
  return (
    <form className="narrow-form" onSubmit={step.submit} noValidate>
      <Field
        label="现在的密码"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <NewPassword passwords={passwords} set={setPasswords} fault={step.fault} />
      <Button type="submit" busy={step.isBusy}>
        改密码
      </Button>
    </form>
  )
}
