import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Officers } from '../../desk/officers.ts'
import type { Facts } from '../../desk/facts/index.ts'
import type { Imports } from '../../desk/imports/index.ts'
import type { Account } from '../../desk/ports/officers.ts'
import type { ReferenceStore } from '../../desk/ports/reference.ts'
import type { RegistryService } from '../../desk/registry/index.ts'
import type { Tickets } from '../../desk/tickets/index.ts'
import type { Trends } from '../../desk/tickets/trends.ts'
import type { Role } from '../../model/officer.ts'

/** The verbs of the desk that the API offers. */
export interface DeskServices {
  readonly tickets: Tickets
  readonly officers: Officers
  readonly trends: Trends
  readonly facts: Facts
  readonly registry: RegistryService
  readonly imports: Imports
  readonly reference: ReferenceStore
}

/** A request that was let in and checked, as a handler gets it. */
export interface RequestContext<Query = unknown, Body = unknown, Who = Account, Params = unknown> {
  readonly desk: DeskServices
  /** Who asks; null on an open route. */
  readonly officer: Who
  /** What stands in the path in place of its braces. */
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly request: Request
  readonly response: Response
  /** May cookies be sent over plain HTTP? */
  readonly secureCookies: boolean
}

/** About one ticket, named in the path. */
export type TicketRequest<Body = unknown> = RequestContext<
  unknown,
  Body,
  Account,
  { readonly number: string }
>

/** `/tickets/{number}/files/{id}` → `{ number, id }` */
type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Readonly<Record<Name, string>> & ParamsOf<Rest>
  : unknown

interface RouteOf<Path extends string, Query extends z.ZodType, Body extends z.ZodType, Who> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, parameters in braces. */
  readonly path: Path
  readonly summary: string
  readonly query?: Query
  readonly body?: Body
  /** Largest body, such as `1mb`; what a reply of an officer needs when absent. */
  readonly bodyLimit?: string
  /** The body is a file that the handler reads itself: what it holds. */
  readonly upload?: string
  /** Status and shape of the answer; `null`: no content, `'file'`: bytes that the handler sends itself. */
  readonly response: readonly [status: number, shape: z.ZodType | null | 'file']
  readonly handle: (
    context: RequestContext<z.output<Query>, z.output<Body>, Who, ParamsOf<Path>>,
  ) => Promise<unknown>
}

/** A line of the table of routes. */
export interface Route extends Omit<RouteOf<string, z.ZodType, z.ZodType, Account>, 'handle'> {
  /** The least role that may. */
  readonly minimumRole: Role | 'open'
  readonly handle: (context: RequestContext<never, never, never, never>) => Promise<unknown>
}

/** A route for officers with at least this role. */
export function officerRoute<Path extends string, Query extends z.ZodType, Body extends z.ZodType>(
  who: Role,
  route: RouteOf<Path, Query, Body, Account>,
): Route {
  return { ...route, minimumRole: who }
}

/** A route for everybody. */
export function publicRoute<Path extends string, Query extends z.ZodType, Body extends z.ZodType>(
  route: RouteOf<Path, Query, Body, null>,
): Route {
  return { ...route, minimumRole: 'open' }
}
