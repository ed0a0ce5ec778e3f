/** Runs in Node, Bun, Deno or a page: its global WebSocket is the subject, and carries the orders too. */
import { openAndObey } from "../subject.ts";
import type { Socket } from "../subject.ts";

const { WebSocket } = globalThis as unknown as { WebSocket: new (url: string) => Socket };

/**
 * @param control where orders come from: each is the id of a connection to open
 * @param host the peer
 */
export function runClient(control: string, host: string): void {
  const orders = new WebSocket(`ws://${control}/`);
  orders.onmessage = ({ data }: { data: string }) => {
    openAndObey(
      Number(data),
      (path) => new WebSocket(`ws://${host}${path}`),
      (report) => {
        orders.send(JSON.stringify(report));
      },
    );
  };
}
