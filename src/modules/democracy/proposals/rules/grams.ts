const MOST = 80
const written = /[\p{Script=Han}a-z0-9]+/gu

/**
 * The pairs of neighbouring characters of a text as whole numbers, each once, at most 80: what two texts about one thing share even when their
 * words are turned around. Pairs of words that stand in every proposal (建议, 希望, 我们) say nothing and are left out.
 */
export function gramsOf(text: string): number[] {
  const grams = new Set<number>()
  for (const [run] of text.toLowerCase().normalize('NFKC').matchAll(written))
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2)
      if (!empty.has(pair)) grams.add(codeOf(pair))
      if (grams.size === MOST) return [...grams]
    }
  return [...grams]
}

// Two code units in one signed 32-bit number, exactly.
const codeOf = (pair: string) => (pair.charCodeAt(0) << 16) | pair.charCodeAt(1)

const empty = new Set(
  '建议 希望 我们 一个 没有 可以 能够 应该 进行 现在 目前 经常 问题 有的 不能 不好 比较 大家 职工 员工 公司 单位 增加 改善 提高 加强 解决'.split(
    ' ',
  ),
)

/** What a proposal is found by: its title and what it proposes first, then what is wrong. */
export const gramsOfProposal = ({ title, wrong, proposed }: { title: string; wrong: string; proposed: string }) =>
  gramsOf(`${title} ${proposed.slice(0, 60)} ${wrong.slice(0, 60)}`)
