/** Browsers are the ones that the system has: they run headless, with a new profile, and load one page of ours. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import type { Implementation, Unavailable } from "../implementation.ts";
import { farClient } from "../processes.ts";

/** Finds a program on the path, or says what to do. */
function find(names: string[], aptPackage: string): string | Unavailable {
  for (const name of names) {
    try {
      return execFileSync("which", [name], { encoding: "utf8", stdio: "pipe" }).trim();
    } catch {
      continue;
    }
  }
  return { unavailable: `skipped: ${names[0]} not found, apt-get install ${aptPackage}` };
}

export const chromium: Implementation = {
  name: "Chromium",
  side: "client",
  program: "new WebSocket(url).close(CODE);",
  runtime: "browser",
  lanes: 6, // It delays connections when many are pending.
  start: async (bench) => {
    const program = find(["chromium", "chromium-browser"], "chromium");
    if (typeof program !== "string") return program;
    return farClient(bench, {
      program,
      args: (folder, page) => [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        `--user-data-dir=${folder}/profile`,
        page,
      ],
    });
  },
};

/** Nothing but the page; and no pause before a connection to a host where one just failed. */
const firefoxPreferences: Record<string, boolean | number | string> = {
  "network.websocket.delay-failed-reconnects": false,
  "network.proxy.type": 0,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "app.update.enabled": false,
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.update.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

export const firefox: Implementation = {
  name: "Firefox",
  side: "client",
  program: "new WebSocket(url).close(CODE);",
  runtime: "browser",
  lanes: 16,
  start: async (bench) => {
    const program = find(["firefox-esr", "firefox"], "firefox-esr");
    if (typeof program !== "string") return program;
    return farClient(bench, {
      program,
      args: (folder, page) => {
        mkdirSync(`${folder}/profile`);
        const lines = Object.entries(firefoxPreferences).map(
          ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
        );
        writeFileSync(`${folder}/profile/user.js`, lines.join(""));
        return ["--headless", "--no-remote", "--profile", `${folder}/profile`, page];
      },
    });
  },
};
