import { OperationRefused } from '../../desk/errors.ts'
import type { Account } from '../../desk/ports/officers.ts'
import type { RequestContext } from '../http/route.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

type FileRequest = RequestContext<unknown, unknown, Account, { readonly number: string; readonly id: string }>

/** `GET /tickets/{number}/files/{id}`: a file an applicant sent, to be kept, never to be run or shown as a page of ours. */
export async function downloadTicketFile({ desk, officer, params, response }: FileRequest) {
  if (!UUID.test(params.id)) throw new OperationRefused('file-not-found')
  const { mime, bytes } = await desk.tickets.file(officer, params.number, params.id)
  // image/png → png, application/vnd.ms-excel → excel
  const ending = mime.replace(/^.*[/.+]/, '').replace(/\W/g, '')
  response
    .status(200)
    .attachment(`${params.number}-${params.id.slice(-6)}.${ending}`)
    .set({ 'Content-Type': mime, 'Content-Security-Policy': "default-src 'none'; sandbox" })
    .end(bytes)
}
