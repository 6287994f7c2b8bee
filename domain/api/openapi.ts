import { z } from "zod";
import { openCaseList } from "../open-case-list.ts";
import { assessmentBody, assessmentTaken, exampleAssessment } from "./assessment.ts";
import { contactReceipt, contactStatus, openCasesTaken } from "./answers.ts";
import { contactBody } from "./contact-body.ts";
import { exampleBody, exampleCases } from "./example.ts";
import { scopeWords, type ApiScope } from "./keys.ts";
import { problem, problemKinds, type ProblemKind } from "./problems.ts";
import { signatureWords, webhookBody, webhookKinds } from "./webhooks.ts";

/** Everything that is sent and answered, by its name in the description. */
const schemas = {
  Contact: { schema: contactBody, io: "input" },
  ContactReceipt: { schema: contactReceipt, io: "output" },
  ContactStatus: { schema: contactStatus, io: "output" },
  OpenCases: { schema: openCaseList, io: "input" },
  OpenCasesTaken: { schema: openCasesTaken, io: "output" },
  Assessment: { schema: assessmentBody, io: "input" },
  AssessmentTaken: { schema: assessmentTaken, io: "output" },
  Problem: { schema: problem, io: "output" },
  Webhook: { schema: webhookBody, io: "output" },
} as const satisfies Record<string, { schema: z.ZodType; io: "input" | "output" }>;
export type SchemaName = keyof typeof schemas;

const refTo = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

/** In components a schema stands without the mark of its own dialect: OpenAPI 3.1 says it once for all. */
export function jsonSchema(name: SchemaName): JsonSchema {
  const { schema, io } = schemas[name];
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    ...{ target: "draft-2020-12", io },
    override: ({ jsonSchema: made }) => nullInOneType(made as JsonSchema),
  });
  return rest as JsonSchema;
}

/** As much of JSON Schema as our fields use. */
export type JsonSchema = {
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  maxLength?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
};

/** "A text or null" as one type of two names, so that what is said of the text stands beside it. */
function nullInOneType(made: JsonSchema): void {
  const [one, nothing] = made.anyOf ?? [];
  if (typeof one?.type !== "string" || nothing?.type !== "null") return;
  delete made.anyOf;
  Object.assign(made, one, { type: [one.type, "null"] }, one.enum && { enum: [...one.enum, null] });
}

/** Problems that any request of a machine can meet. */
const always: readonly ProblemKind[] = [
  ...(["not-a-request", "no-key", "not-allowed", "too-many", "our-fault", "away"] as const),
];

/** What can be asked, in the order of the documentation. */
export const operations = [
  {
    id: "sendContact",
    method: "POST",
    path: "/api/contacts",
    title: "Send a contact",
    words:
      "Sends a contact about one or more children. It is on the hub’s screen when this is answered, and its clock runs from that moment. In an emergency call 999 first.",
    scope: "contacts:send",
    body: "Contact",
    once: true,
    example: exampleBody,
    answer: { status: 201, schema: "ContactReceipt", words: "It was taken, now or under this key before." },
    problems: [
      ...([
        "not-readable",
        "no-idempotency-key",
        "too-large",
        "not-json",
        "not-taken",
        "key-used-before",
      ] as const),
    ],
  },
  {
    id: "readContactStatus",
    method: "GET",
    path: "/api/contacts/{reference}",
    title: "Ask how far a contact has come",
    words:
      "Only for contacts that your organisation sent through this interface; any other is answered as if it did not exist.",
    scope: "contacts:status",
    body: null,
    once: false,
    example: null,
    answer: { status: 200, schema: "ContactStatus", words: "How far it has come." },
    problems: ["not-found"],
  },
  {
    id: "replaceOpenCases",
    method: "POST",
    path: "/api/open-cases",
    title: "Replace the list of open cases",
    words:
      "For the council’s own case-management system. The whole list is taken or none of it: what is not in it is closed. A case that cannot be read stays as it was, and the answer says which. Nobody is joined to anybody by it: people at the hub confirm who is who. Up to 16 megabytes.",
    scope: "open-cases:replace",
    body: "OpenCases",
    once: false,
    example: exampleCases,
    answer: { status: 200, schema: "OpenCasesTaken", words: "The list stands in the place of the last one." },
    problems: ["not-readable", "too-large", "not-json", "not-taken", "much-smaller"],
  },
  {
    id: "recordAssessment",
    method: "POST",
    path: "/api/assessments",
    title: "Say what an assessment found",
    words:
      "For the council’s own case-management system. The number of the referral stands on its page here. The clocks of the assessment stop, and the team’s manager closes the referral. Sent again it changes nothing; another outcome than the one that stands is refused.",
    scope: "assessments:record",
    body: "Assessment",
    once: false,
    example: exampleAssessment,
    answer: { status: 200, schema: "AssessmentTaken", words: "The outcome stands, now or from before." },
    problems: ["not-readable", "too-large", "not-json", "not-taken", "not-found", "found-before"],
  },
] as const satisfies readonly Operation[];

type Operation = {
  id: string;
  method: "GET" | "POST";
  path: string;
  title: string;
  words: string;
  scope: ApiScope;
  body: SchemaName | null;
  /** It is sent under a key, and taken once for each. */
  once: boolean;
  example: object | null;
  answer: { status: number; schema: SchemaName; words: string };
  problems: readonly ProblemKind[];
};

export const idempotencyWords =
  "1 to 255 visible characters, new for each contact. The same key with the same body is answered with the first receipt and makes no second contact, however often and from wherever it is sent; with another body it is refused. Keep it until you have an answer, and send again with it when you have none.";

/** Kinds with one status share its answer. */
function problemAnswers(kinds: readonly ProblemKind[]) {
  const all = [...always, ...kinds];
  const statuses = [...new Set(all.map((kind) => problemKinds[kind].status))].sort((a, b) => a - b);
  const said = (status: number) => all.filter((kind) => problemKinds[kind].status === status);
  return statuses.map((status) => [
    String(status),
    {
      description: said(status)
        .map((kind) => `${kind}: ${problemKinds[kind].title}.`)
        .join(" "),
      content: { "application/problem+json": { schema: refTo("Problem") } },
    },
  ]);
}

const parameterOf = (where: "header" | "path", name: string, description: string) => ({
  ...{ name, in: where, required: true, description },
  schema: { type: "string", minLength: 1, maxLength: 255 },
});

function described({ id, title, words, scope, body, once, example, answer, problems, path }: Operation) {
  const needs = `Needs a key that may be used for ${scope}: ${scopeWords[scope].toLowerCase()}.`;
  const answers = [
    [
      String(answer.status),
      { description: answer.words, content: { "application/json": { schema: refTo(answer.schema) } } },
    ],
    ...problemAnswers(problems),
  ];
  return {
    ...{ operationId: id, summary: title, description: `${words} ${needs}` },
    security: [{ key: [] }],
    parameters: [
      ...(once ? [parameterOf("header", "Idempotency-Key", idempotencyWords)] : []),
      ...(path.includes("{reference}") ? [parameterOf("path", "reference", "The contact’s reference.")] : []),
    ],
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: refTo(body), example } },
          },
        }),
    responses: Object.fromEntries(answers) as object,
  };
}

/** What a partner's own address is told. */
const told = (kind: string) => ({
  ...{ operationId: kind.replaceAll(".", "-"), summary: kind, description: signatureWords },
  requestBody: { required: true, content: { "application/json": { schema: refTo("Webhook") } } },
  responses: { "2XX": { description: "It was taken." } },
});

/** The whole description, OpenAPI 3.1. */
export function openApi({ origin, authority }: { origin: string; authority: string }) {
  const names = Object.keys(schemas) as SchemaName[];
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: `${authority}: telling us about a child`,
      version: "1",
      description:
        "For systems of partner organisations. Times are in UTC. Fields that are not described are refused, so that nothing is lost silently.",
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(
      operations.map((operation) => [
        operation.path,
        { [operation.method.toLowerCase()]: described(operation) },
      ]),
    ),
    webhooks: Object.fromEntries(webhookKinds.map((kind) => [kind, { post: told(kind) }])),
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of your organisation." },
      },
      schemas: Object.fromEntries(names.map((name) => [name, jsonSchema(name)])),
    },
  };
}
