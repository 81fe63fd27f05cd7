// Brings `build` and the console's pages up to date with their sources, where that is all that is wanted: tests run what
// `npm start` runs, and no two of them build at the same time.
import { freshPages, freshProgram } from './fresh.mjs'

freshPages()
freshProgram()
