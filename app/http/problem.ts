import { problemKinds, type Problem, type ProblemKind } from "#domain/api/problems";
import { href } from "../href.ts";

/** Where machines ask: everything under it is answered in JSON, also what is refused before a route is found. */
export const isForMachines = (path: string): boolean => /^\/api(?:\/|$|\?)/.test(path);

/** What is wrong with a request, as RFC 9457 wants it. */
export function problemOf(kind: ProblemKind, more: Pick<Problem, "errors" | "reference"> = {}): Problem {
  const { status, title } = problemKinds[kind];
  return { type: `${href("api.docs")}#${kind}`, title, status, ...more };
}

export const problemType = "application/problem+json; charset=utf-8";

export function problemAnswer(
  kind: ProblemKind,
  more: Pick<Problem, "errors" | "reference"> = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(`${JSON.stringify(problemOf(kind, more))}\n`, {
    status: problemKinds[kind].status,
    headers: { "Content-Type": problemType, "Cache-Control": "no-store", ...headers },
  });
}
