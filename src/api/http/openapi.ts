import { z } from 'zod'
import { LIST_MIME_TYPES } from '../resources/imports.ts'
import * as requests from '../requests/index.ts'
import type { Route } from './route.ts'
import * as responses from '../responses/index.ts'

/** The API described (OpenAPI 3.1), made from the very schemas that check it: the two cannot differ. */
export function openApiDocument(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const at = (paths[`/api/v1${route.path}`] ??= {})
    at[route.method.toLowerCase()] = operation(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'TanyaPaspor officers’ API',
      version: '1',
      description: 'Errors are RFC 9457 problem details. What the asking officer may not see answers 404.',
    },
    paths,
    components: {
      schemas: {
        ...components(Object.values(requests), 'input'),
        ...components(Object.values(responses), 'output'),
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'tanyapaspor' },
      },
    },
  }
}

function operation(route: Route): Record<string, unknown> {
  const [status] = route.response
  return {
    summary: route.summary,
    operationId: `${route.method.toLowerCase()}${route.path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
    ...(route.minimumRole === 'open'
      ? { security: [] }
      : { security: [{ bearer: [] }, { session: [] }], description: `Least role: ${route.minimumRole}` }),
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: ref(route.body) } } },
    }),
    ...(route.upload && { requestBody: file(route.upload) }),
    responses: { [status]: success(route), default: problem },
  }
}

function file(description: string) {
  const bytes = { schema: { type: 'string', format: 'binary' } }
  return {
    required: true,
    description,
    content: Object.fromEntries([...LIST_MIME_TYPES.keys()].map((type) => [type, bytes])),
  }
}

const problem = {
  description: 'Not done, and why',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function success({ summary: does, response: [, shape] }: Route): Record<string, unknown> {
  if (shape === null) return { description: does }
  if (shape === 'file')
    return { description: does, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
  return { description: does, content: { 'application/json': { schema: ref(shape) } } }
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodType | undefined) {
  const { properties = {} } = query ? z.toJSONSchema(query, { io: 'input' }) : {}
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

const uri = (id: string) => `#/components/schemas/${id}`

function idOf(schema: z.ZodType): string | undefined {
  return schema.meta()?.id
}

function ref(schema: z.ZodType) {
  const id = idOf(schema)
  if (id === undefined) throw new Error('a schema of a route needs an id')
  return { $ref: uri(id) }
}

/** Every schema with a name, referring to each other by it. */
function components(exported: readonly unknown[], io: 'input' | 'output'): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const schema of exported) {
    const id = schema instanceof z.ZodType ? idOf(schema) : undefined
    if (schema instanceof z.ZodType && id) registry.add(schema, { id })
  }
  const { schemas } = z.toJSONSchema(registry, { uri, io })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  )
}
