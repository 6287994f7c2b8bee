import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard";
import { fieldsInWords } from "#domain/api/fields-in-words";
import { scopeWords } from "#domain/api/keys";
import { idempotencyWords, operations } from "#domain/api/openapi";
import { problemKinds } from "#domain/api/problems";
import { signatureWords, webhookKinds } from "#domain/api/webhooks";
import { FieldList } from "../../components/api/field-list.tsx";
import { PublicPage } from "../../components/frame/public-page.tsx";
import { href } from "../../href.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { context } = await guard(args, "api.docs");
  return {
    title: "For systems of partner organisations",
    origin: context.site.origin,
    webhook: fieldsInWords("Webhook"),
    operations: operations.map(({ body, answer, ...rest }) => ({
      ...rest,
      answer: { ...answer, fields: fieldsInWords(answer.schema) },
      body: body === null ? null : fieldsInWords(body),
    })),
  };
}

export default function DocsPage() {
  const { origin, webhook, operations: all } = useLoaderData<typeof loader>();
  return (
    <PublicPage back={href("landing")}>
      <h1 className="govuk-heading-l">For systems of partner organisations</h1>
      <p className="govuk-body">
        A system of your organisation can tell the hub about a child, and ask how far that has come. What
        people send by hand is sent with the forms of this site. The whole description, in OpenAPI 3.1, is at{" "}
        <a className="govuk-link" href={href("api.openapi")}>
          {href("api.openapi")}
        </a>
        .
      </p>
      <h2 className="govuk-heading-m">The key</h2>
      <p className="govuk-body">
        An administrator of the hub makes a key for your organisation. It is shown once. Send it with every
        request, and no cookie:
      </p>
      <pre className="app-written">Authorization: Bearer fdk_…</pre>
      <p className="govuk-body">
        To change it, ask for another one: both are good for the time that you agree on. If somebody else may
        have read it, ask for it to be ended at once.
      </p>
      {all.map(({ id, method, path, title, words, scope, body, once, example, answer }) => (
        <section key={id}>
          <h2 className="govuk-heading-m">{title}</h2>
          <pre className="app-written">{`${method} ${origin}${path}`}</pre>
          <p className="govuk-body">{words}</p>
          <p className="govuk-body">{`The key must be one for “${scopeWords[scope]}” (${scope}).`}</p>
          {body !== null && (
            <>
              {once && (
                <>
                  <h3 className="govuk-heading-s">The header Idempotency-Key (needed)</h3>
                  <p className="govuk-body">{idempotencyWords}</p>
                </>
              )}
              <h3 className="govuk-heading-s">The body, as application/json</h3>
              <FieldList fields={body} />
              <h3 className="govuk-heading-s">An example</h3>
              <pre className="app-written">{JSON.stringify(example, null, 2)}</pre>
            </>
          )}
          <h3 className="govuk-heading-s">{`The answer, ${answer.status}`}</h3>
          <p className="govuk-body">{answer.words}</p>
          <FieldList fields={answer.fields} />
        </section>
      ))}
      <h2 className="govuk-heading-m">Being told</h2>
      <p className="govuk-body">
        {`Ask the hub to have your system told at an https address of yours: ${webhookKinds.join(" and ")}, never which decision.`}
      </p>
      <FieldList fields={webhook} />
      <p className="govuk-body">{signatureWords}</p>
      <h2 className="govuk-heading-m">When something is wrong</h2>
      <p className="govuk-body">
        Every other answer is application/problem+json (RFC 9457), with these kinds as its type. What the body
        holds is never said back. After 429 and 503 wait as long as Retry-After says.
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {Object.entries(problemKinds).map(([kind, { status, title }]) => (
          <li key={kind} id={kind}>
            <code>{kind}</code>
            {` (${status}): ${title}.`}
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}
