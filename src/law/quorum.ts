/** The outcome of a count with its working shown, so that anyone can check it: `working` is Chinese for the screen. */
export type Count = { met: boolean; needed: number; working: string }

/**
 * More than half (过半数, 超过半数; 民法典 1259, GEN-07): half itself is not enough. `base` is what the rule names (all members, all
 * deputies, those present): whole numbers of people, never rounded.
 */
export function isMoreThanHalf(votes: number, base: number): Count {
  const needed = Math.floor(base / 2) + 1
  return shown(base > 0 && votes * 2 > base, needed, `${votes} × 2 = ${votes * 2}`, '>', base, `过半数至少 ${needed}`)
}

/** Half or more (半数以上 in older texts, 民法典 1259): half is enough. Only where the text in force says so (CC-01). */
export function isAtLeastHalf(votes: number, base: number): Count {
  const needed = Math.ceil(base / 2)
  return shown(base > 0 && votes * 2 >= base, needed, `${votes} × 2 = ${votes * 2}`, '≥', base, `半数以上至少 ${needed}`)
}

/** Two thirds or more (三分之二以上): a quorum of those who should attend (ELEC-11, WC-14). */
export function isAtLeastTwoThirds(present: number, expected: number): Count {
  return isAtLeastShare(present, expected, 2, 3, '三分之二')
}

/** One third or more (三分之一以上): a demand for an extraordinary meeting (工会法 17, ELEC-34). */
export function isAtLeastOneThird(asking: number, all: number): Count {
  return isAtLeastShare(asking, all, 1, 3, '三分之一')
}

function isAtLeastShare(part: number, base: number, top: number, bottom: number, words: string): Count {
  const needed = leastOf(base, top, bottom)
  return shown(
    base > 0 && part * bottom >= base * top,
    needed,
    `${part} × ${bottom} = ${part * bottom}`,
    '≥',
    base * top,
    `${words}至少 ${needed}`,
  )
}

/** The least head-count that reaches a share (不少于): rounded up (GEN-08). */
export function leastOf(base: number, top: number, bottom: number): number {
  return Math.ceil((base * top) / bottom)
}

/** The greatest head-count within a share (不超过): rounded down (GEN-08). */
export function mostOf(base: number, top: number, bottom: number): number {
  return Math.floor((base * top) / bottom)
}

function shown(met: boolean, needed: number, left: string, sign: string, right: number, words: string): Count {
  return { met, needed, working: `${left}，${met ? '' : '不'}满足 ${sign} ${right}（${words}）` }
}
