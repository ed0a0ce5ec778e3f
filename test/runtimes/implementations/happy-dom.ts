import { pathToFileURL } from "node:url";
import type { Implementation } from "../implementation.ts";
import { clientHere } from "../in-process.ts";
import { install } from "../install.ts";

const VERSION = "21.0.4";

interface HappyDom {
  Window: new (options: object) => { WebSocket: new (url: string) => unknown };
}

export const happyDom: Implementation = {
  name: "happy-dom",
  side: "client",
  program: `
    import { Window } from "happy-dom";
    const window = new Window();
    new window.WebSocket(url).close(CODE);`,
  start: async (bench) => {
    const folder = await install(`happy-dom@${VERSION}`);
    const entry = pathToFileURL(`${folder}/node_modules/happy-dom/lib/index.js`).href;
    const { Window } = (await import(entry)) as HappyDom;
    const window = new Window({ url: "http://127.0.0.1/" });
    return clientHere(bench, VERSION, (url) => new window.WebSocket(url));
  },
};
