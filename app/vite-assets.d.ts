/** Files that a page names by address; Vite gives them a name that changes with their content. */
declare module "*?url" {
  const address: string;
  export default address;
}
