/** Runs in Node, Bun, Deno or a page: its global WebSocket is the subject, and carries the orders too. */
import { openAndObey } from "../subject.ts";
import type { Socket } from "../subject.ts";

const { WebSocket } = globalThis as unknown as { WebSocket: new (url: string) => Socket };

/** @param control where orders come from: each is a connection to open, "ws://127.0.0.1:41234/17" */
export function runClient(control: string): void {
  const orders = new WebSocket(`ws://${control}/`);
  orders.onmessage = ({ data }: { data: string }) => {
    openAndObey(
      Number(data.split("/").at(-1)),
      () => new WebSocket(data),
      (report) => {
        orders.send(JSON.stringify(report));
      },
    );
  };
}
