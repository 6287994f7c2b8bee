import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { giveFile } from "#app/http/give-file";

/** A file that came with a contact, for whoever knows that it was checked. */
export const loader = (args: LoaderFunctionArgs) => giveFile(args, false);

/** The same for whoever was told that it was not, and pressed again. */
export const action = (args: ActionFunctionArgs) => giveFile(args, true);
