/** The part of govuk-frontend's behaviour that pages start; the package ships no types. */
declare module "govuk-frontend" {
  type Behaviour = { readonly moduleName: string; new (root: Element): unknown };
  export const Button: Behaviour;
  export const CharacterCount: Behaviour;
  export const Checkboxes: Behaviour;
  export const ErrorSummary: Behaviour;
  export const ExitThisPage: Behaviour;
  export const PasswordInput: Behaviour;
  export const SkipLink: Behaviour;
  export function createAll(component: Behaviour): unknown[];
}
