// Brings `build` up to date with `src`, where that is all that is wanted: tests that start the program run what `npm start` runs.
import { freshProgram } from './fresh.mjs'

freshProgram()
