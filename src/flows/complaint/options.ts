import type { Category } from '../../model/tickets/category.ts'
import type { World } from '../engine/conversation.ts'
import { t, type StepContext, type Option } from '../engine/flow.ts'

/** The choices of the complaint flow: plain groups first, then the categories of one group. */

/** Groups as people see them. `service` also holds what fits nowhere (`other`): seven are as many as a list may have. */
const GROUPS: readonly { readonly id: string; readonly holds: readonly string[]; readonly words: string }[] =
  [
    { id: 'app', holds: ['app'], words: 'aplikasi, mpaspor, m paspor, otp, masuk, error, app' },
    {
      id: 'quota',
      holds: ['quota'],
      words: 'jadwal, jatah, kuota, antrean, antri, antrian, penuh, schedule, queue, quota',
    },
    {
      id: 'payment',
      holds: ['payment'],
      words: 'bayar, pembayaran, biaya, uang, transfer, payment, pay, money',
    },
    { id: 'papers', holds: ['papers'], words: 'surat, data, dokumen, berkas, ktp, kk, papers, documents' },
    {
      id: 'result',
      holds: ['result'],
      words: 'belum jadi, lama, paspor belum jadi, terlambat, ambil, late, not ready',
    },
    {
      id: 'service',
      holds: ['service', 'other'],
      words: 'layanan, kantor, lain, lainnya, pelayanan, aturan, service, other',
    },
    {
      id: 'integrity',
      holds: ['integrity'],
      words: 'calo, pungli, petugas nakal, suap, minta uang, oknum, broker, bribe, extortion',
    },
  ]

/** Categories offered at most; the others of a group are given by officers. */
const SHOWN = 7

export function groupOptions(): Option[] {
  return GROUPS.map(({ id, words }) => ({ id, label: t(`complaint.groups.${id}`), words }))
}

/** The first categories of a group (in their order of position), with what fits nowhere last. */
export function categoryOptions({ world }: StepContext, group: string): Option[] {
  return shown(world, group).map(({ code }) => ({ id: code, label: t(`category.${code}`) }))
}

function shown(world: World, group: string): readonly Category[] {
  const held = GROUPS.find(({ id }) => id === group)?.holds ?? [group]
  const all = world.categories.filter((one) => held.includes(one.group))
  const rest = all.filter(isRest)
  return [...all.filter((one) => !isRest(one)).slice(0, SHOWN - rest.length), ...rest]
}

/** "Something else" of its group. */
function isRest({ code }: Category): boolean {
  return code === 'OTH' || code.endsWith('-OTHER')
}

export function isConfidentialGroup(world: World, group: string): boolean {
  return world.categories.some((one) => one.group === group && one.confidential)
}

export function officeName({ world }: StepContext, code: string): string {
  return world.offices.find((one) => one.code === code)?.name ?? code
}
