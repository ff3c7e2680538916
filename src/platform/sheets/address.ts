/** The letters of a column that counts from 0: 0 is A, 26 is AA. */
export function lettersOf(column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}

/** A cell address ('C7') as row, counted from 1 as Excel shows it, and column, counted from 0; null when it is none. */
export function addressOf(reference: string): { row: number; column: number } | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference)
  if (!parts) return null
  const column = [...parts[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(parts[2]), column }
}
