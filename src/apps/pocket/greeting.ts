import { daysBetween, today } from '#web/words'

/** 陈师傅，晚上好: by the clock of this device. */
export function greeting(name: string, hour = new Date().getHours()) {
  const part = hour < 5 ? '夜里好' : hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好'
  return `${name}，${part}`
}

/** 会员 12 年. */
export function sinceInWords(memberSince: string | null | undefined, now = today()) {
  if (!memberSince) return undefined
  const years = Math.floor(daysBetween(memberSince, now) / 365.25)
  return years > 0 ? `会员 ${years} 年` : '入会不到 1 年'
}
