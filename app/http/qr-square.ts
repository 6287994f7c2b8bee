import { encode } from "uqr";

/** A square for a camera: its size in modules, and the dark ones as one path of an SVG. */
export type Square = { size: number; path: string };

export function squareOf(text: string): Square {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
    .join("");
  return { size, path };
}
