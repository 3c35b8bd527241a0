// The page that tells a genuine file from another, with real files: one that is listed on the page, one that only the list of sums has, each
// again with one bit turned, and an empty one.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const PAGE = "61.11/verifikasi/index.html";

export async function genuine(browser, origin, site, report) {
  const lines = site.read("61.11/verifikasi/sidik.txt").toString("utf8").trim().split("\n");
  const listed = lines.map((line) => line.slice(66));
  const shown = site.read(PAGE).toString("utf8");
  const published = (name) => [...site.files].find((path) => path.startsWith("61.11/") && basename(path) === basename(name));
  // A village's sheet is in the list alone.
  const onPage = listed.find((name) => published(name) && shown.includes(`data-sidik="${name}"`));
  const inList = listed.find((name) => published(name) && !shown.includes(`data-sidik="${name}"`));
  report.check("periksa: ada berkas di halaman dan di daftar", onPage && inList ? [] : [`${onPage}, ${inList}`]);
  const folder = mkdtempSync(join(tmpdir(), "periksa-"));
  const page = await browser.newPage();
  const faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  const verdict = async (bytes) => {
    const place = join(folder, "berkas.pdf");
    writeFileSync(place, bytes);
    await page.goto(`${origin}/${PAGE}`);
    await page.locator("[data-periksa] input[type=file]").setInputFiles(place);
    await page.locator("[data-periksa][data-hasil=asli], [data-periksa][data-hasil=lain]").waitFor();
    return { kind: await page.locator("[data-periksa]").getAttribute("data-hasil"), words: await page.locator("[data-periksa] [role=status]").innerText() };
  };
  try {
    for (const name of [onPage, inList].filter(Boolean)) {
      const bytes = Buffer.from(site.read(published(name)));
      const good = await verdict(bytes);
      report.check(`periksa: ${name} asli`, good.kind === "asli" && good.words.includes("Asli") ? [] : [JSON.stringify(good)]);
      bytes[bytes.length >> 1] ^= 1;
      const bad = await verdict(bytes);
      report.check(`periksa: ${name} dengan satu bit lain tidak`, bad.kind === "lain" && bad.words.includes("Tidak ada di daftar") ? [] : [JSON.stringify(bad)]);
    }
    const empty = await verdict(Buffer.alloc(0));
    report.check("periksa: berkas kosong tidak", empty.kind === "lain" ? [] : [JSON.stringify(empty)]);
    report.check("periksa: peramban tidak mengeluh", faults);
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}
