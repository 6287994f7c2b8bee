import { routes } from "./routes.js";

export type RouteRow = (typeof routes)[number];
export type RouteName = RouteRow["name"];
export type RowOf<Name extends RouteName> = Extract<RouteRow, { name: Name }>;

type ParamsIn<Path extends string> = Path extends `${string}:${infer Param}/${infer Rest}`
  ? Param | ParamsIn<`/${Rest}`>
  : Path extends `${string}:${infer Param}`
    ? Param
    : never;

/** The params that a route's path needs: `{}` for a path without any. */
export type ParamsOf<Name extends RouteName> = { [Param in ParamsIn<RowOf<Name>["path"]>]: string | number };

type Arguments<Name extends RouteName> = [ParamsIn<RowOf<Name>["path"]>] extends [never]
  ? [params?: Record<never, never>, query?: Record<string, string>]
  : [params: ParamsOf<Name>, query?: Record<string, string>];

const byName = new Map<RouteName, RouteRow>(routes.map((row) => [row.name, row]));

export function routeNamed<Name extends RouteName>(name: Name): RowOf<Name> {
  const row = byName.get(name);
  if (row === undefined) throw new Error(`No route is called ${name}`);
  return row as RowOf<Name>;
}

/**
 * The URL of a route, from the root of the site. Every param is escaped, so nothing that was typed can change where
 * a link leads.
 */
export function href<Name extends RouteName>(name: Name, ...[params, query]: Arguments<Name>): string {
  const given: Readonly<Record<string, string | number>> = params ?? {};
  const path = routeNamed(name).path.replace(/:([A-Za-z]+)/g, (_, param: string) => {
    const value = given[param];
    if (value === undefined || value === "") throw new Error(`The route ${name} needs ${param}`);
    return encodeURIComponent(value);
  });
  return query === undefined ? path : `${path}?${new URLSearchParams(query).toString()}`;
}
