import { useEffect, useState } from 'react'

/** A find box that asks 300 ms after the last key, and not in the middle of a pinyin syllable. */
export function FindBox({ hint, found, find }: { hint: string; found: string | undefined; find: (words: string) => void }) {
  const [words, setWords] = useState(found ?? '')
  const [isComposing, setComposing] = useState(false)
  // The address changed elsewhere (back, 看全部): it is right.
  const [last, setLast] = useState(found)
  if (last !== found) {
    setLast(found)
    setWords(found ?? '')
  }
  useEffect(() => {
    if (isComposing || words.trim() === (found ?? '')) return
    const timer = setTimeout(() => find(words.trim()), 300)
    return () => clearTimeout(timer)
  })
  return (
    <input
      type="search"
      className="find"
      placeholder={hint}
      aria-label={`在名单里找：${hint}`}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
