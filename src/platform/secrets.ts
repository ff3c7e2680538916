export { assertRingFits } from './secrets/canary.ts'
export {
  type Basis,
  bases,
  declared,
  type Dictionary,
  type DictionaryEntry,
  impersonal,
  type PersonalField,
  personal,
  unexplained,
} from './secrets/dictionary.ts'
export { blindIndex, blindIndexes, needsReseal, open, seal } from './secrets/fields.ts'
export { addKeyToFile, loadMasters, type MasterSecrets, WeakSecret, whyWeak } from './secrets/masters.ts'
export { type Cipher, cipherOf, derivedSecrets, deriveSecret, installRing, keyRing, type Ring, ring } from './secrets/ring.ts'
export { type RotationProgress, type SealedTable, rotate, sealedTables } from './secrets/rotation.ts'
