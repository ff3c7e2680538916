import { useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()
const isLarge = () => document.documentElement.hasAttribute('data-large')

/** 大字, kept on this device. Called once before the first paint. */
export function restoreLarge() {
  document.documentElement.toggleAttribute('data-large', localStorage.getItem('gongqiao.large') === 'yes')
}

function toggle() {
  const large = !isLarge()
  document.documentElement.toggleAttribute('data-large', large)
  localStorage.setItem('gongqiao.large', large ? 'yes' : 'no')
  for (const watcher of watchers) watcher()
}

/** Whether 大字 is on, and the switch. */
export function useLarge() {
  const large = useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, isLarge)
  return [large, toggle] as const
}

/** The 大字 switch, one tap away on every page. */
export function LargeSwitch() {
  const [large, turn] = useLarge()
  return (
    <button type="button" className="pill no-print" aria-pressed={large} onClick={turn}>
      {large ? '标准字' : '大字'}
    </button>
  )
}
