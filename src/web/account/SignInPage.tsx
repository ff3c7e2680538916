import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { offers, signInOutside } from '#web/account/auth'
import { Door } from '#web/account/Door'
import { ByCode } from '#web/account/ByCode'
import { ByPassword } from '#web/account/ByPassword'
import { SecondStep } from '#web/account/SecondStep'
import { useStep } from '#web/account/useStep'
import { Button } from '#web/RuledButton'

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
      <Outside />
    </Door>
  )
}

/** The button of the outside provider, where one is configured. */
function Outside() {
  const title = useQuery({ queryKey: ['offers'], queryFn: offers, staleTime: Number.POSITIVE_INFINITY }).data?.oidc
  const step = useStep(() => signInOutside(goal()))
  if (!title) return null
  return (
    <>
      <Button busy={step.isBusy} onClick={() => step.submit()}>
        用{title}登录
      </Button>
      {(step.fault || cameBackWithout()) && (
        <p className="late" role="alert">
          {step.fault ?? '这个身份还没有与工桥账号关联，请先用密码登录，或请工会的系统管理员关联'}
        </p>
      )}
    </>
  )
}

/** The provider knows the person, the house does not. */
const cameBackWithout = () => new URLSearchParams(location.search).has('error')

const enter = () => location.assign(goal())

/** Back to where one was going. Loaded afresh, so that nothing of whoever sat here before remains. */
function goal() {
  const base = document.documentElement.dataset.face === 'pocket' ? '/m' : ''
  const next = new URLSearchParams(location.search).get('next') ?? '/'
  // Only an address of this house: `//elsewhere` would lead out of it.
  const isOurs = next.startsWith('/') && !/^\/[/\\]/.test(next)
  return isOurs ? `${base}${next === '/' && base ? '' : next}` : base || '/'
}
