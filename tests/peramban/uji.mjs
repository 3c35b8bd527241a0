// Looks at a built site as its readers do: in Chromium, with the keyboard, without JavaScript, from a
// flash disk; and as checkers do: axe-core, the Nu HTML checker, a crawler over the files.
//
//   node tests/peramban/uji.mjs output/situs [--potret FOLDER]
//
// --potret writes a picture of each kind of page at 390 and 1280 px. The last line counts the checks.

import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { budgets } from "./anggaran.mjs";
import { openBrowser } from "./alat.mjs";
import { search } from "./cari.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./halaman.mjs";
import { classes } from "./kelas.mjs";
import { heads } from "./kepala.mjs";
import { keyboard, offline, screens, withoutScript } from "./layar.mjs";
import { markup } from "./markah.mjs";
import { portraits } from "./potret.mjs";
import { Report } from "./laporan.mjs";
import { finder } from "./saring.mjs";
import { away } from "./luring.mjs";
import { genuine } from "./periksa.mjs";
import { searches } from "./pencarian.mjs";
import { links } from "./tautan.mjs";
import { nearest } from "./terdekat.mjs";
import { charts, heading, lit, outward, paper, shifts, stylesheets, targets } from "./tata.mjs";
import { Site } from "./situs.mjs";
import { provesItCanFail } from "./rusak.mjs";

const [folder, ...options] = process.argv.slice(2);
const potret = options[0] === "--potret" ? options[1] : undefined;
if (!folder || !existsSync(folder) || (options.length > 0 && !potret)) {
  console.error("pemakaian: node tests/peramban/uji.mjs FOLDER_SITUS [--potret FOLDER]");
  process.exit(2);
}

const report = new Report();
const site = new Site(resolve(folder));
const sample = kinds(site, report);

links(site, report);
heads(site, report);
classes(site, sample, report);
budgets(site, sample, report);
searches(site, report);
stylesheets(site, report);

const server = await serve(site);
// The checker is another process; it works while the browser does.
const checked = markup(site, server.origin, report);
const browser = await openBrowser();
try {
  await screens(browser, server.origin, sample, report);
  await keyboard(browser, server.origin, sample, report);
  await finder(browser, server.origin, site, report);
  await withoutScript(browser, server.origin, sample, report);
  await offline(browser, site, sample, report);
  // The pictures of one download page take more than a minute over a weak signal; the other is made of the same parts. The pocket file is one
  // that is sent and opened whole.
  await shifts(browser, server.origin, sample.filter(({ kind }) => !["unduhan-nasional", "saku"].includes(kind)), report);
  await targets(browser, server.origin, sample, report);
  await heading(browser, server.origin, sample, report);
  await lit(browser, server.origin, sample, report);
  await charts(browser, server.origin, sample, report);
  await outward(browser, server.origin, sample, report);
  await paper(browser, server.origin, sample, report);
  await provesItCanFail(browser, site, sample, report);
  await away(browser, site, report);
  await search(browser, server.origin, site, report);
  await genuine(browser, server.origin, site, report);
  await nearest(browser, server.origin, site, report);
  if (potret) await portraits(browser, server.origin, sample, resolve(potret));
  await checked;
} finally {
  await browser.close();
  server.close();
}
process.exit(report.close());
