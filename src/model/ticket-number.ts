/**
 * Ticket numbers: office, date, serial of that day, check character (`KPG-261120-014-7`), easy to say aloud.
 * The check character is a weighted sum modulo 11 (`X` for ten),
 * so one wrong or two swapped characters are noticed when somebody reads a number over a counter.
 */
export function ticketNumber(office: string, day: string, serial: number): string {
  const body = `${office}-${day.slice(2).replaceAll('-', '')}-${String(serial).padStart(3, '0')}`
  return `${body}-${check(body)}`
}

/** A number as typed by a person (any case, spaces or dots for dashes), in its written form; `null` if it cannot be one. */
export function parseTicketNumber(typed: string): string | null {
  const match = /^([A-Z]{3})(\d{6})(\d{3,6})([\dX])$/.exec(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  if (!match) return null
  const body = `${match[1]}-${match[2]}-${match[3]}`
  return check(body) === match[4] ? `${body}-${match[4]}` : null
}

function check(body: string): string {
  let sum = 0
  for (const [at, char] of [...body.replaceAll('-', '')].entries())
    sum += parseInt(char, 36) * ((at % 10) + 2)
  const rest = sum % 11
  return rest === 10 ? 'X' : String(rest)
}
