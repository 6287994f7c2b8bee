import type { Square } from "../../http/qr-square.ts";

/** Drawn in the page itself: the secret in it goes to no other program, and no picture is fetched. */
export function QrSquare({ square: { size, path }, label }: { square: Square; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      className="app-square"
      width="240"
      height="240"
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
    >
      <path className="app-square__light" d={`M0 0h${String(size)}v${String(size)}H0z`} />
      <path d={path} />
    </svg>
  );
}
