import { useContext } from "react";
import { PageContext } from "../page-context.ts";

/**
 * What stood in a field when its page was asked for in another language; undefined on every other page. A field that
 * sent nothing, such as ticks that were taken away, stood empty.
 */
export function useTyped(name: string): readonly string[] | undefined {
  const { typed } = useContext(PageContext);
  return typed === null ? undefined : [typed[name] ?? []].flat();
}
