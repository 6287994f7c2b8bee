// @ts-check
// A web process started with --import of this file does all that it does but write audit events: what auditing costs is
// the difference. The product has no such switch; here the module that writes is put in another's place.
import { register } from "node:module";

const nothing = "export const writeAudit = () => Promise.resolve(); export const auditRow = () => ({});";
const hooks = `
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  if (!found.url.endsWith("/services/audit/write-audit.js")) return found;
  return { ...found, format: "module", url: ${JSON.stringify(`data:text/javascript,${encodeURIComponent(nothing)}`)}, shortCircuit: true };
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
