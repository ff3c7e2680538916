/** The mark: a bridge. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 28 22" aria-hidden="true">
    <path d="M2 18C6 5 22 5 26 18M1 18h26M8.5 11.5V18M14 8.6V18M19.5 11.5V18" />
  </svg>
)
