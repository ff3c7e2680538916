import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value!]))

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string) {
  const [low, high] = [luminance(tokens[one]!), luminance(tokens[other]!)].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

const grounds = ['paper', 'rail', 'card', 'line-2']
test.for(['ink', 'ink-2', 'ink-3', 'red'].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))(
  'text in %s is readable on %s (WCAG 2.2 AA, 1.4.3)',
  ([ink, ground]) => expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5),
)

test.for(['red', 'green', 'amber', 'blue'])('a %s chip is readable', (hue) => {
  expect(contrast(hue, `${hue}-soft`)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(hue, 'card')).toBeGreaterThanOrEqual(4.5)
})

test('white on the red button is readable, and what can be pressed has an outline one can see (1.4.11)', () => {
  expect(contrast('card', 'red')).toBeGreaterThanOrEqual(4.5)
  expect(contrast('edge', 'card')).toBeGreaterThanOrEqual(3)
  expect(contrast('edge', 'paper')).toBeGreaterThanOrEqual(3)
})
