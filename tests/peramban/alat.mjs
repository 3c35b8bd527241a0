// The tools: packages of tests/alat, and the browser of the system.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = process.env.SULUH_TEST_TOOLS ?? join(here, "../alat/node_modules");
const require = createRequire(join(modules, "x.js"));

/// A file of an installed package.
export function tool(path) {
  try {
    return require.resolve(path);
  } catch {
    console.error(`${path} tidak ada: jalankan npm ci --prefix tests/alat --ignore-scripts`);
    process.exit(2);
  }
}

/// Chromium without anything that talks to the network by itself.
export async function openBrowser() {
  const { chromium } = require("playwright-core");
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
