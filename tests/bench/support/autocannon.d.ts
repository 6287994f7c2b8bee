/** The part of autocannon that the benchmark uses; the package ships no types. */
declare module "autocannon" {
  type CannonRequest = {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
    onResponse: (status: number, body: string, context: object, headers: Record<string, string>) => void;
  };
  type Client = { setRequests: (requests: CannonRequest[]) => void };
  type Options = {
    url: string;
    connections: number;
    /** Requests in all, shared out evenly among the connections. */
    amount: number;
    setupClient: (client: Client) => void;
  };
  export default function autocannon(options: Options): Promise<{ errors: number; timeouts: number }>;
}
