/** A box that is wider inside than its place is moved by keys too, also when nothing in it takes them: `ref={reachable}`. */
export function reachable(box: HTMLElement | null) {
  if (!box) return
  const watch = new ResizeObserver(() => {
    const isWide = box.scrollWidth > box.clientWidth
    if (isWide) box.setAttribute('tabindex', '0')
    else box.removeAttribute('tabindex')
  })
  watch.observe(box)
  return () => watch.disconnect()
}
