// The list of all pages, which is made only where a group has more of them than the foot of a page names: the bundled content has too few, so a
// small project with more is built. It is looked at as every other kind of page is.
//
//   node tests/peramban/daftar.mjs PROGRAM

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { openBrowser } from "./alat.mjs";
import { heads } from "./kepala.mjs";
import { Report } from "./laporan.mjs";
import { offline, screens, withoutScript } from "./layar.mjs";
import { markup } from "./markah.mjs";
import { serve } from "./server.mjs";
import { Site } from "./situs.mjs";
import { shifts } from "./tata.mjs";

const [program] = process.argv.slice(2);
if (!program || !existsSync(program)) {
  console.error("pemakaian: node tests/peramban/daftar.mjs PROGRAM");
  process.exit(2);
}

const home = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
/// More than the 24 that the foot names.
const PAGES = 30;
const LISTS = { "daftar-nasional": "halaman/index.html", "daftar-daerah": "61.11/halaman/index.html" };

/// Builds the small project of the tests with more pages, and gives the folder of its site.
function build(project) {
  cpSync(join(home, "tests/fixtures/dasar"), project, { recursive: true });
  cpSync(join(home, "themes"), join(project, "themes"), { recursive: true });
  for (let number = 1; number <= PAGES; number += 1) {
    const text = `---\njudul: Keterangan ${number} tentang netralitas\nringkas: Yang perlu diketahui, bagian ${number}.\n---\n\nIsi bagian ${number}.\n`;
    writeFileSync(join(project, `content/halaman/keterangan-${number}.md`), text);
  }
  const output = join(project, "output");
  const run = spawnSync(resolve(program), ["build", "--project", project, "--only", "web", "--as-of", "2026-11-22", "--output", output], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`suluh build: ${run.error?.message ?? run.stderr}`);
  return join(output, "situs");
}

async function look(browser, site, sample, report) {
  const server = await serve(site);
  await Promise.all([
    markup(Object.assign(Object.create(site), { pages: sample.map(({ path }) => path) }), server.origin, report),
    screens(browser, server.origin, sample, report),
  ]);
  server.close();
}

/// The same page, spoilt: what is wrong with it must be found.
async function provesItCanFail(browser, site, sample, report) {
  const [page] = sample;
  const spoilt = site.spoilt(page.path, /\.html$/, (html) => html.replace("</h2>", '</h2><p><div><img src="x.png" width="9" height="9"></div></p>'));
  const found = new Report({ quiet: true });
  await look(browser, spoilt, [page], found);
  for (const told of [/axe-core: image-alt/, /Nu HTML checker/]) {
    report.check(`pemeriksaan menemukan: ${told.source}`, found.found.some((fault) => told.test(fault)) ? [] : [`tidak ditemukan di ${page.path}`]);
  }
}

const report = new Report();
const project = mkdtempSync(join(tmpdir(), "daftar-"));
const browser = await openBrowser();
try {
  const site = new Site(build(project));
  const all = Object.entries(LISTS).map(([kind, path]) => ({ kind, path }));
  const sample = all.filter(({ path }) => site.files.has(path));
  report.check("daftar semua halaman ada", all.filter((page) => !sample.includes(page)).map(({ path }) => `tidak ada ${path}`));
  for (const { kind, path } of sample) {
    const named = site.elements(path).filter(({ name, attributes }) => name === "a" && /\/keterangan-\d+\/index\.html$/.test(attributes.href ?? ""));
    const count = new Set(named.map(({ attributes }) => attributes.href)).size;
    report.check(`${kind}: memuat semua halaman`, count === PAGES ? [] : [`${count} dari ${PAGES}`]);
  }
  heads(site, report);
  await look(browser, site, sample, report);
  await provesItCanFail(browser, site, sample, report);
  const server = await serve(site);
  for (const check of [withoutScript, shifts]) await check(browser, server.origin, sample, report);
  server.close();
  await offline(browser, site, sample, report);
} catch (error) {
  report.check("daftar", [error.message]);
} finally {
  await browser.close();
  rmSync(project, { recursive: true, force: true });
}
process.exit(report.close());
