import { useState } from 'react'
import { verifyBackupCode, verifyTotp } from '#web/account/auth'
import { Field } from '#web/account/Field'
import { useStep } from '#web/account/useStep'
import { Button } from '#web/RuledButton'

/** The second step: the code on one's phone, or a backup code where one has any already. */
export function SecondStep({ done, isFirst = false }: { done: () => void; isFirst?: boolean }) {
  const [code, setCode] = useState('')
  const [isBackup, setBackup] = useState(false)
  const step = useStep(async () => {
    if (!code.trim()) throw new Error(isBackup ? '请填写备用码' : '请填写 6 位数字')
    await (isBackup ? verifyBackupCode(code.trim()) : verifyTotp(code.trim()))
    done()
  })
  return (
    <form onSubmit={step.submit} noValidate>
      <Field
        label={isBackup ? '备用码' : '动态码'}
        inputMode={isBackup ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoFocus
        maxLength={isBackup ? 20 : 6}
        fault={step.fault}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" kind="primary" busy={step.isBusy}>
        继续
      </Button>
      {!isFirst && (
        <button type="button" className="link" onClick={() => setBackup(!isBackup)}>
          {isBackup ? '用动态码' : '手机不在身边？用备用码'}
        </button>
      )}
    </form>
  )
}
