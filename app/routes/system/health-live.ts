/** The process answers. Says nothing about anything behind it, so that a sick database restarts no web process. */
export function loader(): Response {
  return new Response("live\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
