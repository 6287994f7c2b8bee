/** Where the sealed words of a request, of a reply and of a question lie: a value moved elsewhere does not open. */
export const requestPlace = (row: string) => ({ table: "agency_request", row, column: "content" });
export const replyPlace = (row: string) => ({ table: "agency_reply", row, column: "content" });
export const questionPlace = (row: string, column: "content" | "answer") => ({
  table: "agency_question",
  row,
  column,
});
