import { useEffect, useRef } from 'preact/hooks'
import type { ImportReport } from '../types.ts'
import { name, word } from '../words/words.ts'

interface Props {
  readonly file: string
  readonly report: ImportReport
  readonly busy: boolean
  readonly onEnter: () => void
  readonly onDrop: () => void
}

/** What a list holds, or what became of it: the deed first, then row by row what is to be mended. */
export function ListReport({ file, report, busy, onEnter, onDrop }: Props) {
  const { dryRun, entered, leftOut, twice, ignored, problems, moreProblems } = report
  const heading = useRef<HTMLHeadingElement>(null)
  // the button that was pressed is gone: who listens, or has no mouse, goes on from here
  useEffect(() => heading.current?.focus(), [report])
  const counts = { good: number(entered), bad: number(leftOut) }
  return (
    <div class="report">
      <h4 ref={heading} tabIndex={-1}>
        {dryRun ? word('importLooked', { file }) : word('importDone', counts)}
      </h4>
      {dryRun && <p>{entered > 0 ? word('importGood', counts) : word('importNoneGood')}</p>}
      {twice > 0 && <p>{word('importTwice', { n: number(twice) })}</p>}
      {ignored.length > 0 && <p>{word('importIgnored', { columns: ignored.join(', ') })}</p>}
      {dryRun && entered > 0 && (
        <p class="deeds">
          <button type="button" class="main" disabled={busy} onClick={onEnter}>
            {word('importDo', { n: number(entered) })}
          </button>
          <button type="button" disabled={busy} onClick={onDrop}>
            {word('importDrop')}
          </button>
        </p>
      )}
      {problems.length > 0 && <Rows problems={problems} mend={leftOut > 0} />}
      {moreProblems > 0 && <p>{word('importMore', { n: number(moreProblems) })}</p>}
    </div>
  )
}

function Rows({ problems, mend }: { readonly problems: ImportReport['problems']; readonly mend: boolean }) {
  return (
    <>
      <h4>{word('importRows')}</h4>
      {mend && <p>{word('importMend')}</p>}
      <ul>
        {problems.map(({ row, field, reason }) => (
          <li key={`${row} ${field} ${reason}`}>
            <strong>{word('importRow', { row: number(row) })}</strong>
            {field === 'row' ? ': ' : `, ${name('column', field)}: `}
            {name('rowNews', reason)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** 10.000, as it is written here. */
const number = (n: number) => n.toLocaleString('id-ID')
