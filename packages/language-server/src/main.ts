#!/usr/bin/env node
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import manifest from "../package.json" with { type: "json" };
import { serve } from "./server.ts";

const HELP = `Says what WebSocket close codes mean, by the Language Server Protocol.

Usage: ws-close-codes-language-server --stdio

  --stdio   speak by standard input and output; --node-ipc, --socket=PORT and --pipe=NAME are there too
  --help
  --version`;

const [first = "--help"] = process.argv.slice(2);
if (first === "--version") console.log(manifest.version);
else if (/^--(?:stdio|node-ipc|socket|pipe)/u.test(first))
  serve(createConnection(ProposedFeatures.all));
else {
  console.log(HELP);
  if (first !== "--help") process.exitCode = 2;
}
