import { useEffect, useRef } from 'preact/hooks'
import type { ImportReport } from '../types.ts'
import { nameOr, word } from '../words/words.ts'

interface Props {
  readonly file: string
  readonly report: ImportReport
  readonly busy: boolean
  readonly onEnter: () => void
  readonly onDrop: () => void
}

/** What a list holds, or what became of it: what to do first, then row by row what is to be mended. */
export function ListReport({ file, report, busy, onEnter, onDrop }: Props) {
  const { dryRun, entered, leftOut, twice, ignored, problems, moreProblems } = report
  const heading = useRef<HTMLHeadingElement>(null)
  // the button that was pressed is gone: who listens, or has no mouse, goes on from here
  useEffect(() => heading.current?.focus(), [report])
  const counts = { count: entered, bad: leftOut }
  return (
    <div class="report">
      <h4 ref={heading} tabIndex={-1}>
        {dryRun ? word('imports.looked', { file }) : word('imports.done', counts)}
      </h4>
      {dryRun && <p>{entered > 0 ? word('imports.good', counts) : word('imports.noneGood')}</p>}
      {twice > 0 && <p>{word('imports.twice', { count: twice })}</p>}
      {ignored.length > 0 && <p>{word('imports.ignored', { columns: ignored })}</p>}
      {dryRun && entered > 0 && (
        <p class="actions">
          <button type="button" class="main" disabled={busy} onClick={onEnter}>
            {word('imports.enter', { count: entered })}
          </button>
          <button type="button" disabled={busy} onClick={onDrop}>
            {word('imports.drop')}
          </button>
        </p>
      )}
      {problems.length > 0 && <Rows problems={problems} mend={leftOut > 0} />}
      {moreProblems > 0 && <p>{word('imports.more', { count: moreProblems })}</p>}
    </div>
  )
}

function Rows({ problems, mend }: { readonly problems: ImportReport['problems']; readonly mend: boolean }) {
  return (
    <>
      <h4>{word('imports.rows')}</h4>
      {mend && <p>{word('imports.mend')}</p>}
      <ul>
        {problems.map(({ row, field, reason }) => (
          <li key={`${row} ${field} ${reason}`}>
            <strong>{word('imports.row', { row })}</strong>
            {field === 'row' ? ': ' : `, ${nameOr('column', field)}: `}
            {nameOr('rowProblem', reason)}
          </li>
        ))}
      </ul>
    </>
  )
}
