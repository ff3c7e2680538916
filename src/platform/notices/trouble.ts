/**
 * Why a message was not taken. `refused`: this one never will be; `later`: this one may be; `channel`: nothing goes this way now,
 * and no message is to blame.
 */
export type Trouble = 'refused' | 'later' | 'channel'

/** What an adapter throws. The message is kept and shown to the administrator: `withoutPersons` has been over it. */
export class NotTaken extends Error {
  override name = 'NotTaken'
  readonly trouble: Trouble
  /** Seconds after which the other side wants to be asked again. */
  readonly after: number | undefined
  constructor(trouble: Trouble, cause: string, after?: number) {
    super(withoutPersons(cause))
    this.trouble = trouble
    this.after = after
  }
}

/** Servers like to repeat the address in their answer; causes are kept, so addresses and long numbers go. */
export const withoutPersons = (text: string) =>
  text
    .replace(/[^\s<>"'(]+@[^\s<>"'),;]+/g, '…')
    .replace(/\+?\d[\d -]{5,}\d/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)

/** What any failure means: what is no `NotTaken` is a fault of the connection, which tells nothing about the message. */
export const asNotTaken = (error: unknown): NotTaken =>
  error instanceof NotTaken ? error : new NotTaken('later', error instanceof Error ? error.message : String(error))
