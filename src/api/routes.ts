import { assignTicket, releaseTicket } from './resources/assignment.ts'
import { listChannels } from './resources/channels.ts'
import { closeTicket, reopenTicket } from './resources/closure.ts'
import { listAnswers, confirmFact, listFacts, previewFact, putFact, retireFact } from './resources/facts.ts'
import { downloadTicketFile } from './resources/files.ts'
import { importApplications, importQuota, listDescription } from './resources/imports.ts'
import { addNote } from './resources/notes.ts'
import { listCategories, listOfficers, listOffices } from './resources/reference.ts'
import { findApplication, putApplications, putQuota, listQuota } from './resources/registry.ts'
import { replyToTicket } from './resources/replies.ts'
import * as ask from './requests/index.ts'
import { officerRoute, publicRoute, type Route } from './http/route.ts'
import * as give from './responses/index.ts'
import { readSession, signIn, signOut } from './resources/session.ts'
import { listTickets, readTicket } from './resources/tickets.ts'
import { readTrends } from './resources/trends.ts'

/**
 * The officers' API on one page: everything below `/api/v1`, who may, what is checked, what is answered.
 * A route is closed unless it says `open`. What an officer may not see answers as if it did not exist.
 */
// one route a line, so that the whole API is seen at once
// prettier-ignore
export const ROUTES: readonly Route[] = [
  publicRoute({ method: 'POST', path: '/session', summary: 'Sign in: a session cookie', body: ask.SignInRequest, response: [201, give.CurrentOfficer], handle: signIn }),
  officerRoute('ambassador', { method: 'GET', path: '/session', summary: 'Who am I', response: [200, give.CurrentOfficer], handle: readSession }),
  officerRoute('ambassador', { method: 'DELETE', path: '/session', summary: 'Sign out', response: [204, null], handle: signOut }),

  officerRoute('ambassador', { method: 'GET', path: '/tickets', summary: 'The queue', query: ask.QueueQuery, response: [200, give.Queue], handle: listTickets }),
  officerRoute('ambassador', { method: 'GET', path: '/tickets/{number}', summary: 'Ticket, events and conversation', response: [200, give.Ticket], handle: readTicket }),
  officerRoute('ambassador', { method: 'POST', path: '/tickets/{number}/assignment', summary: 'Claim it, or give it to somebody', body: ask.AssignmentRequest, response: [200, give.Ticket], handle: assignTicket }),
  officerRoute('ambassador', { method: 'DELETE', path: '/tickets/{number}/assignment', summary: 'Release it', response: [200, give.Ticket], handle: releaseTicket }),
  officerRoute('ambassador', { method: 'POST', path: '/tickets/{number}/replies', summary: 'Answer the applicant', body: ask.ReplyRequest, response: [201, give.Ticket], handle: replyToTicket }),
  officerRoute('ambassador', { method: 'POST', path: '/tickets/{number}/notes', summary: 'Leave an internal note', body: ask.NoteRequest, response: [201, give.Ticket], handle: addNote }),
  officerRoute('ambassador', { method: 'POST', path: '/tickets/{number}/closure', summary: 'Close it', body: ask.ClosureRequest, response: [200, give.Ticket], handle: closeTicket }),
  officerRoute('ambassador', { method: 'DELETE', path: '/tickets/{number}/closure', summary: 'Reopen it', response: [200, give.Ticket], handle: reopenTicket }),
  officerRoute('ambassador', { method: 'GET', path: '/tickets/{number}/files/{id}', summary: 'A file the applicant sent', response: [200, 'file'], handle: downloadTicketFile }),

  officerRoute('supervisor', { method: 'GET', path: '/trends', summary: 'Tickets by category, office, channel, day and state', query: ask.TrendsQuery, response: [200, give.Trends], handle: readTrends }),
  officerRoute('supervisor', { method: 'GET', path: '/officers', summary: 'Whom tickets can be given to', response: [200, give.Officers], handle: listOfficers }),
  officerRoute('ambassador', { method: 'GET', path: '/offices', summary: 'Offices', response: [200, give.Offices], handle: listOffices }),
  officerRoute('ambassador', { method: 'GET', path: '/categories', summary: 'Complaint categories', response: [200, give.Categories], handle: listCategories }),
  officerRoute('ambassador', { method: 'GET', path: '/answers', summary: 'Ready answers, as the answer library has them today', query: ask.ReadyAnswersQuery, response: [200, give.ReadyAnswers], handle: listAnswers }),
  officerRoute('ambassador', { method: 'GET', path: '/facts', summary: 'The answer library', query: ask.FactsQuery, response: [200, give.Facts], handle: listFacts }),
  officerRoute('supervisor', { method: 'PUT', path: '/facts', summary: 'Add a fact, or correct one (`replaces`)', body: ask.FactRequest, response: [200, give.Fact], handle: putFact }),
  officerRoute('supervisor', { method: 'POST', path: '/facts/preview', summary: 'The messages a fact would change, as applicants hear them', body: ask.FactPreviewRequest, response: [200, give.FactPreview], handle: previewFact }),
  officerRoute('supervisor', { method: 'POST', path: '/facts/{id}/confirmation', summary: 'Confirm it', response: [200, give.Fact], handle: confirmFact }),
  officerRoute('supervisor', { method: 'POST', path: '/facts/{id}/retirement', summary: 'Retire it: it is said no more', response: [200, give.Fact], handle: retireFact }),
  officerRoute('ambassador', { method: 'GET', path: '/quota', summary: 'Places as last entered', query: ask.QuotaQuery, response: [200, give.Quota], handle: listQuota }),
  officerRoute('ambassador', { method: 'PUT', path: '/quota', summary: 'Enter places; watchers are told when they open', body: ask.QuotaRequest, bodyLimit: '1mb', response: [200, give.RowsReport], handle: putQuota }),
  officerRoute('ambassador', { method: 'GET', path: '/applications', summary: 'One application by its number', query: ask.ApplicationQuery, response: [200, give.Application], handle: findApplication }),
  officerRoute('supervisor', { method: 'PUT', path: '/applications', summary: 'Enter applications; watchers are told of a new status', body: ask.ApplicationsRequest, bodyLimit: '1mb', response: [200, give.RowsReport], handle: putApplications }),
  officerRoute('supervisor', { method: 'POST', path: '/imports/applications', summary: 'Bring in a list of applications, or look what would happen', query: ask.ImportQuery, upload: listDescription('applications'), response: [200, give.ImportReport], handle: importApplications }),
  officerRoute('supervisor', { method: 'POST', path: '/imports/quota', summary: 'Bring in a list of places, or look what would happen', query: ask.ImportQuery, upload: listDescription('quota'), response: [200, give.ImportReport], handle: importQuota }),
  officerRoute('admin', { method: 'GET', path: '/channels', summary: 'How each channel is', response: [200, give.Channels], handle: listChannels }),
]
