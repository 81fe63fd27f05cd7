// every optional platform package named in the lock must be in the lock, or `npm ci` refuses it
import { readFileSync } from 'node:fs'
const l = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
const have = Object.keys(l)
let bad = 0
for (const [k, v] of Object.entries(l)) {
  for (const d of Object.keys(v.optionalDependencies ?? {}))
    if (!have.some((x) => x.endsWith('node_modules/' + d))) {
      bad++
      console.log('missing', d, 'of', k)
    }
  if (/^git|github\.com/.test(v.resolved ?? '')) {
    bad++
    console.log('not from the registry:', k, v.resolved)
  }
}
console.log(bad ? `${bad} problems` : 'lock ok')
process.exit(bad ? 1 : 0)
