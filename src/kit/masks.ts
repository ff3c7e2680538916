/** 110105199003078818 as 110***********8818: first three, last four (PI-20). */
export function maskIdNumber(number: string): string {
  return keepEnds(number, 3, 4)
}

/** 13812348000 as 138****8000. */
export function maskMobile(mobile: string): string {
  return keepEnds(mobile, 3, 4)
}

/** 6222021234567894 as ************7894. */
export function maskBankCard(card: string): string {
  return keepEnds(card, 0, 4)
}

/** 张三 as 张*, 欧阳修远 as 欧***. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(rest.length)
}

function keepEnds(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail)
}
