import { assign, release } from './assignment.ts'
import { channels } from './channels.ts'
import { close, reopen } from './closure.ts'
import { answers, confirmFact, facts, previewFact, putFact, retireFact } from './facts.ts'
import { file } from './files.ts'
import { importApplications, importQuota, listOf } from './imports.ts'
import { note } from './notes.ts'
import { categories, officers, offices } from './reference.ts'
import { application, putApplications, putQuota, quota } from './registry.ts'
import { reply } from './replies.ts'
import * as ask from './requests.ts'
import { closed, open, type Route } from './route.ts'
import * as give from './schemas.ts'
import { me, signIn, signOut } from './session.ts'
import { list, read } from './tickets.ts'
import { trends } from './trends.ts'

/**
 * The officers' door on one page: everything below `/api/v1`, who may, what is checked, what is answered.
 * A route is closed unless it says `open`. What an officer may not see answers as if it did not exist.
 */
// one route a line, so that the whole door is seen at once
// prettier-ignore
export const ROUTES: readonly Route[] = [
  open({ method: 'POST', path: '/session', does: 'Sign in: a session cookie', body: ask.SignIn, answer: [201, give.Me], handle: signIn }),
  closed('ambassador', { method: 'GET', path: '/session', does: 'Who am I', answer: [200, give.Me], handle: me }),
  closed('ambassador', { method: 'DELETE', path: '/session', does: 'Sign out', answer: [204, null], handle: signOut }),

  closed('ambassador', { method: 'GET', path: '/tickets', does: 'The queue', query: ask.QueueQuery, answer: [200, give.Queue], handle: list }),
  closed('ambassador', { method: 'GET', path: '/tickets/{number}', does: 'Ticket, events and conversation', answer: [200, give.Ticket], handle: read }),
  closed('ambassador', { method: 'POST', path: '/tickets/{number}/assignment', does: 'Claim it, or give it to somebody', body: ask.AssignmentRequest, answer: [200, give.Ticket], handle: assign }),
  closed('ambassador', { method: 'DELETE', path: '/tickets/{number}/assignment', does: 'Release it', answer: [200, give.Ticket], handle: release }),
  closed('ambassador', { method: 'POST', path: '/tickets/{number}/replies', does: 'Answer the applicant', body: ask.ReplyRequest, answer: [201, give.Ticket], handle: reply }),
  closed('ambassador', { method: 'POST', path: '/tickets/{number}/notes', does: 'Leave an internal note', body: ask.NoteRequest, answer: [201, give.Ticket], handle: note }),
  closed('ambassador', { method: 'POST', path: '/tickets/{number}/closure', does: 'Close it', body: ask.ClosureRequest, answer: [200, give.Ticket], handle: close }),
  closed('ambassador', { method: 'DELETE', path: '/tickets/{number}/closure', does: 'Reopen it', answer: [200, give.Ticket], handle: reopen }),
  closed('ambassador', { method: 'GET', path: '/tickets/{number}/files/{id}', does: 'A file the applicant sent', answer: [200, 'file'], handle: file }),

  closed('supervisor', { method: 'GET', path: '/trends', does: 'Tickets by category, office, channel, day and state', query: ask.TrendsQuery, answer: [200, give.Trends], handle: trends }),
  closed('supervisor', { method: 'GET', path: '/officers', does: 'Whom tickets can be given to', answer: [200, give.Officers], handle: officers }),
  closed('ambassador', { method: 'GET', path: '/offices', does: 'Offices', answer: [200, give.Offices], handle: offices }),
  closed('ambassador', { method: 'GET', path: '/categories', does: 'Complaint categories', answer: [200, give.Categories], handle: categories }),
  closed('ambassador', { method: 'GET', path: '/answers', does: 'Ready answers, as the answer library has them today', query: ask.AnswersQuery, answer: [200, give.Answers], handle: answers }),
  closed('ambassador', { method: 'GET', path: '/facts', does: 'The answer library', query: ask.FactsQuery, answer: [200, give.Facts], handle: facts }),
  closed('supervisor', { method: 'PUT', path: '/facts', does: 'Add a fact, or correct one (`replaces`)', body: ask.FactRequest, answer: [200, give.Fact], handle: putFact }),
  closed('supervisor', { method: 'POST', path: '/facts/preview', does: 'The messages a fact would change, as applicants hear them', body: ask.PreviewRequest, answer: [200, give.Preview], handle: previewFact }),
  closed('supervisor', { method: 'POST', path: '/facts/{id}/confirmation', does: 'Confirm it', answer: [200, give.Fact], handle: confirmFact }),
  closed('supervisor', { method: 'POST', path: '/facts/{id}/retirement', does: 'Retire it: it is said no more', answer: [200, give.Fact], handle: retireFact }),
  closed('ambassador', { method: 'GET', path: '/quota', does: 'Places as last entered', query: ask.QuotaQuery, answer: [200, give.Quota], handle: quota }),
  closed('ambassador', { method: 'PUT', path: '/quota', does: 'Enter places; watchers are told when they open', body: ask.QuotaRequest, bodyLimit: '1mb', answer: [200, give.RowsReport], handle: putQuota }),
  closed('ambassador', { method: 'GET', path: '/applications', does: 'One application by its number', query: ask.ApplicationQuery, answer: [200, give.Application], handle: application }),
  closed('supervisor', { method: 'PUT', path: '/applications', does: 'Enter applications; watchers are told of a new status', body: ask.ApplicationsRequest, bodyLimit: '1mb', answer: [200, give.RowsReport], handle: putApplications }),
  closed('supervisor', { method: 'POST', path: '/imports/applications', does: 'Bring in a list of applications, or look what would happen', query: ask.ImportQuery, upload: listOf('applications'), answer: [200, give.ImportReport], handle: importApplications }),
  closed('supervisor', { method: 'POST', path: '/imports/quota', does: 'Bring in a list of places, or look what would happen', query: ask.ImportQuery, upload: listOf('quota'), answer: [200, give.ImportReport], handle: importQuota }),
  closed('admin', { method: 'GET', path: '/channels', does: 'How each door is', answer: [200, give.Channels], handle: channels }),
]
