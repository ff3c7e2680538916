/**
 * The voter's device (docs/security/ballots.md): `<Booth ballotId owner slip? onDone? />` is his whole way on one page; `Receipt` shows a code.
 * Nothing here is told to the pages around it but that the voter has read his code.
 */
export { Booth } from './ballots/Booth.tsx'
export { Receipt } from './ballots/Receipt.tsx'
