import { omissionWords } from "#domain/access";
import type { Answer } from "#services/records/access/read-answer";

const style =
  "body{font:1.1875rem/1.5 sans-serif;max-width:40em;margin:2em auto;padding:0 1em;color:#0b0c0c}" +
  "h1,h2{line-height:1.2}section{border-top:1px solid #505a5f;margin-top:2em}dt{font-weight:bold}dd{margin:0 0 1em;white-space:pre-wrap}";

/** The file that somebody is given: it stands by itself, opens anywhere, and reads aloud in order. */
export function AnswerDocument({ answer, authority }: { answer: Answer; authority: string }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`What ${authority} holds about you`}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{`What ${authority} holds about ${answer.whose === "child" ? "this child" : "you"}`}</h1>
          <p>
            Where something was left out inside a text it says “[left out]”. Times are given as days or
            months.
          </p>
          <h2>What was left out</h2>
          {answer.leftOut.length === 0 ? (
            <p>Nothing.</p>
          ) : (
            <ul>
              {answer.leftOut.map(({ because, count }) => (
                <li key={because}>{`${omissionWords[because]}: ${count}`}</li>
              ))}
            </ul>
          )}
          {answer.items.map(({ id, title, when, lines }) => (
            <section key={id}>
              <h2>{title}</h2>
              {when !== null && <p>{when}</p>}
              <dl>
                {lines.map(({ label, text }, at) => (
                  <div key={at}>
                    <dt>{label === "" ? "Text" : label}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
