import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { languageFacts } from "#domain/language";
import { siteNow } from "#app/http/site";
import { isNeutral, leadsToForms, PageTitle } from "./components/frame/page-title.tsx";
import { NotHerePage } from "./components/not-here-page.tsx";
import { ProblemPage } from "./components/problem-page.tsx";
import { PageContext } from "./page-context.ts";
import favicon from "./styles/favicon.svg?url";
import styles from "./styles/app.scss?url";
import mirrored from "./styles/mirrored.scss?url";
import type {} from "./http/load-context.ts";

/** Settings only; nothing here depends on who asks. */
export function loader({ context: { context, language } }: LoaderFunctionArgs) {
  return { site: siteNow(context, language) };
}

/**
 * The document. There is no <Scripts/>: pages are finished on the server, and the only script is the small module
 * that starts the behaviour of a few components.
 */
export function Layout({ children }: { children: ReactNode }) {
  const { nonce, script, language } = useContext(PageContext);
  const { direction } = languageFacts[language];
  return (
    <html lang={language} dir={direction} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <PageTitle />
        <link rel="icon" href={favicon} type="image/svg+xml" />
        <link rel="stylesheet" href={direction === "rtl" ? mirrored : styles} />
        {script !== "" && <script type="module" src={script} nonce={nonce} />}
      </head>
      <body className="govuk-template__body">{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

const messageIn = (data: unknown): string | undefined =>
  typeof data === "object" && data !== null && "message" in data && typeof data.message === "string"
    ? data.message
    : undefined;

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <ProblemPage status={500} />;
  if (isNeutral(error.data)) return <NotHerePage forms={leadsToForms(error.data)} />;
  return (
    <ProblemPage status={error.status} said={error.status === 410 ? messageIn(error.data) : undefined} />
  );
}
