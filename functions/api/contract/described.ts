/** The OpenAPI document as its readers see it. They load none of what writes it. */

export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  [keyword: string]: unknown;
}

/** How a body is sent: as JSON, or as the parts of a form where it may hold a file. */
export const BODY_TYPES = ['application/json', 'multipart/form-data'] as const;
type BodyType = (typeof BODY_TYPES)[number];

export interface Described {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, never[]>[];
  parameters?: {
    name: string;
    in: 'path' | 'query';
    required?: boolean;
    description?: string;
    schema: JsonSchema;
    example?: unknown;
  }[];
  requestBody?: { content: Partial<Record<BodyType, { schema: JsonSchema; example?: unknown }>> };
  responses: Record<
    string,
    { $ref: string } | { description: string; content?: Record<string, { schema: JsonSchema }> }
  >;
}

/** What our own readers use of the document, more narrowly than its writer's types say. */
export interface OpenApi {
  info: { description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, JsonSchema>; responses: Record<string, { description: string }> };
}

/** The body of a call, and how it is sent. */
export const bodyOf = ({ requestBody }: Pick<Described, 'requestBody'>) => {
  const type = BODY_TYPES.find((one) => requestBody?.content[one]);
  return type && { type, ...requestBody!.content[type]! };
};
