/*
 * The one thing on this site that cannot be done without a script: asking the browser for a passkey. Forms are marked
 * data-passkey="use" or "make"; what the browser answers goes into the form's own fields, and the form is sent as any
 * other. Where a browser has no passkeys, or no script runs, the form stays hidden and the page offers another way.
 */

type Json = Record<string, unknown>;
type Described = { id: string; type: "public-key" };

const bytesOf = (text: string): ArrayBuffer => {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0)).buffer;
};

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const described = (list: unknown) =>
  ((list ?? []) as Described[]).map((one) => ({ ...one, id: bytesOf(one.id) }));

async function use(options: Json): Promise<Credential | null> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options["challenge"] as string),
    allowCredentials: described(options["allowCredentials"]),
  } as PublicKeyCredentialRequestOptions;
  return navigator.credentials.get({ publicKey });
}

async function make(options: Json): Promise<Credential | null> {
  const user = options["user"] as { id: string; name: string; displayName: string };
  const publicKey = {
    ...options,
    challenge: bytesOf(options["challenge"] as string),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: described(options["excludeCredentials"]),
  } as unknown as PublicKeyCredentialCreationOptions;
  return navigator.credentials.create({ publicKey });
}

/** The answer as the server reads it. */
function written(credential: PublicKeyCredential): string {
  const { response } = credential;
  const parts: Json = { clientDataJSON: textOf(response.clientDataJSON) };
  if (response instanceof AuthenticatorAssertionResponse) {
    parts["authenticatorData"] = textOf(response.authenticatorData);
    parts["signature"] = textOf(response.signature);
    if (response.userHandle) parts["userHandle"] = textOf(response.userHandle);
  } else if (response instanceof AuthenticatorAttestationResponse) {
    parts["attestationObject"] = textOf(response.attestationObject);
    parts["transports"] = response.getTransports();
  }
  const { id, type } = credential;
  return JSON.stringify({
    id,
    type,
    rawId: textOf(credential.rawId),
    response: parts,
    clientExtensionResults: {},
  });
}

/** A page that makes a passkey has its options in it; one that uses one asks for them when the button is pressed. */
async function optionsFor(form: HTMLFormElement): Promise<{ options: Json; flow: string }> {
  const here = form.dataset["options"];
  if (here !== undefined) return { options: JSON.parse(here) as Json, flow: "" };
  const next = new FormData(form).get("next");
  const answer = await fetch(form.dataset["optionsFrom"] ?? form.action, {
    method: "POST",
    body: new URLSearchParams(typeof next === "string" ? { next } : {}),
  });
  if (!answer.ok) throw new Error("no options");
  return (await answer.json()) as { options: Json; flow: string };
}

function put(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

async function answer(form: HTMLFormElement): Promise<void> {
  const { options, flow } = await optionsFor(form);
  const credential = await (form.dataset["passkey"] === "make" ? make(options) : use(options));
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no credential");
  if (flow !== "") put(form, "flow", flow);
  put(form, "credential", written(credential));
  form.submit();
}

export function startPasskeys(): void {
  if (!("PublicKeyCredential" in window)) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = form.querySelector("[role=status]");
      if (said) said.textContent = "";
      answer(form).catch(() => {
        // Cancelled, timed out, or no passkey here: browsers do not say which, on purpose.
        if (said) said.textContent = form.dataset["failed"] ?? "";
      });
    });
  }
}
