import { useState } from 'react'
import { Door } from '#web/account/Door'
import { ByCode } from '#web/account/ByCode'
import { ByPassword } from '#web/account/ByPassword'
import { SecondStep } from '#web/account/SecondStep'

type Step = 'password' | 'code' | 'second'

/** Signing in: account or mobile with a password, or a one-time code; then the second step where the post demands one. */
export function SignInPage() {
  const [step, setStep] = useState<Step>('password')
  const entered = (needsSecond: boolean) => (needsSecond ? setStep('second') : enter())
  if (step === 'second')
    return (
      <Door line="再确认一次是您本人" note="请打开手机上的动态码应用，输入现在显示的 6 位数字。">
        <SecondStep done={enter} />
      </Door>
    )
  return (
    <Door line="登录工桥" note={step === 'code' ? '用手机收一个验证码，不用记密码。' : '用工会给您的账号，或您登记的手机号码。'}>
      {step === 'code' ? <ByCode entered={entered} /> : <ByPassword entered={entered} />}
      <button type="button" className="link" onClick={() => setStep(step === 'code' ? 'password' : 'code')}>
        {step === 'code' ? '用密码登录' : '不记得密码？用短信验证码登录'}
      </button>
    </Door>
  )
}

/** Back to where one was going. Loaded afresh, so that nothing of whoever sat here before remains. */
function enter() {
  const base = document.documentElement.dataset.face === 'pocket' ? '/m' : ''
  const next = new URLSearchParams(location.search).get('next') ?? '/'
  // Only an address of this house: `//elsewhere` would lead out of it.
  const isOurs = next.startsWith('/') && !/^\/[/\\]/.test(next)
  location.assign(isOurs ? `${base}${next === '/' && base ? '' : next}` : base || '/')
}
