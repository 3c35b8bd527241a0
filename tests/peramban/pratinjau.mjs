// The preview, as somebody sees it who writes: a save changes the open page and leaves it where it was scrolled to, an error stands on the page
// that it is about with its line, the sheet beside the page becomes another picture.
//
//   node tests/peramban/pratinjau.mjs PROGRAM

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { openBrowser } from "./alat.mjs";
import { Report } from "./laporan.mjs";

const [program] = process.argv.slice(2);
if (!program || !existsSync(program)) {
  console.error("pemakaian: node tests/peramban/pratinjau.mjs PROGRAM");
  process.exit(2);
}

const home = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const EDITION = "/61.11";
const NUMBER = "(0534) 000-0000";
const PATIENCE = 30000;
/// How far a page may move by itself, in pixels: a sentence more above what is looked at would be more.
const STEADY = 4;

const report = new Report();
const project = mkdtempSync(join(tmpdir(), "pratinjau-"));
for (const entry of ["suluh.yaml", "content", "themes"]) cpSync(join(home, entry), join(project, entry), { recursive: true });
const file = (path) => join(project, path);
const read = (path) => readFileSync(file(path), "utf8");
const save = (path, text) => writeFileSync(file(path), text);

const server = spawn(resolve(program), ["serve", "--project", project, "--port", "0", "--as-of", "2026-11-22"], { stdio: ["ignore", "pipe", "inherit"] });
const origin = await new Promise((found, failed) => {
  server.stdout.on("data", (text) => {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
    if (address) found(address[0]);
  });
  server.on("exit", (code) => failed(new Error(`suluh serve berakhir: ${code}`)));
});
const browser = await openBrowser();

/// A page with the words that it complained with; what leads outside is a fault.
async function open(path, size = { width: 1280, height: 800 }) {
  const page = await browser.newPage({ viewport: size });
  const faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`konsol: ${message.text()}`));
  page.on("request", (request) => request.url().startsWith(origin) || faults.push(`meminta ${request.url()}`));
  await page.goto(origin + path);
  await settled(page);
  return { page, faults };
}

/// Waits until nothing moves by itself any more: everything is loaded, letters are there, the page is as high as it was ten frames ago.
async function settled(page) {
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    await document.fonts.ready;
    const height = () => document.documentElement.scrollHeight;
    for (let still = 0, last = height(); still < 10; still = height() === last ? still + 1 : 0) {
      last = height();
      await new Promise(requestAnimationFrame);
    }
  });
}

/// Waits for words on a page; the trees of the panel and of the banner are looked into, too.
async function said(page, words, name) {
  const there = await page.getByText(words).first().waitFor({ state: "attached", timeout: PATIENCE }).then(() => true, () => false);
  report.check(`pratinjau: ${name}`, there ? [] : [`tidak ada: ${words}`]);
}

const gone = (page, words) => page.getByText(words).first().waitFor({ state: "detached", timeout: PATIENCE }).then(() => true, () => false);

/// A save reaches the open page, which stays where it was.
async function reload() {
  const path = "content/halaman/lapor.md";
  const before = read(path);
  for (const width of [390, 1280]) {
    const { page, faults } = await open(`${EDITION}/lapor/`, { width, height: 800 });
    const middle = await page.evaluate(() => {
      const to = Math.round((document.documentElement.scrollHeight - innerHeight) / 2);
      window.scrollTo({ top: to, behavior: "instant" });
      return window.scrollY;
    });
    report.check(`pratinjau ${width} px: halaman dapat digulir`, middle > 400 ? [] : [`${middle} px`]);
    save(path, `${before.trimEnd()}\n\nKalimat baru pada lebar ${width}.\n`);
    await said(page, `Kalimat baru pada lebar ${width}.`, `${width} px: simpanan sampai di halaman yang terbuka`);
    await settled(page);
    const now = await page.evaluate(() => window.scrollY);
    report.check(`pratinjau ${width} px: halaman tetap di tempatnya`, Math.abs(now - middle) <= STEADY ? [] : [`${middle} menjadi ${now}`]);
    report.check(`pratinjau ${width} px: peramban tidak mengeluh`, faults);
    save(path, before);
    report.check(`pratinjau ${width} px: kalimatnya hilang lagi`, (await gone(page, `Kalimat baru pada lebar ${width}.`)) ? [] : ["masih ada"]);
    await page.close();
  }
}

/// An error stands on its page with file, line and remedy, the last good text below it; other pages only count it.
async function errors() {
  const path = "content/halaman/lapor.md";
  const before = read(path);
  const [{ page, faults }, other] = [await open(`${EDITION}/lapor/`), await open(`${EDITION}/sanksi/`)];
  const line = before.split("\n").findIndex((text) => text.startsWith("ringkas:")) + 1;
  save(path, before.replace(/^ringkas:/m, "ringkes:"));
  await said(page, "galat di halaman ini", "galat tampil di halamannya");
  const banner = await page.locator("suluh-galat [role=alert]").innerText().catch(() => "");
  for (const words of [`${path}:${line}:1`, "ringkes", "ringkas"]) {
    report.check("pratinjau: galat menyebut tempat dan saran", banner.includes(words) ? [] : [`tidak ada ${words} di: ${banner.slice(0, 300)}`]);
  }
  const top = await page.locator("suluh-galat [role=alert]").evaluate((element) => element.getBoundingClientRect().top);
  report.check("pratinjau: galat di atas halaman", top >= 0 && top < 40 ? [] : [`${top} px`]);
  const text = await page.locator("main").innerText();
  report.check("pratinjau: isi terakhir yang benar tetap tampak", text.includes("Lapor") ? [] : [text.slice(0, 200)]);
  await said(other.page, "1 galat", "halaman lain menyebut jumlahnya");
  report.check("pratinjau: halaman lain tidak memikul galat itu", (await other.page.locator("suluh-galat").count()) === 0 ? [] : ["ada pita galat"]);
  save(path, before);
  report.check("pratinjau: galat hilang sesudah dibetulkan", (await gone(page, "galat di halaman ini")) ? [] : ["masih ada"]);
  report.check("pratinjau: peramban tidak mengeluh selama itu", [...faults, ...other.faults]);
  await page.close();
  await other.page.close();
}

/// A number of the office reaches the page and the picture of a sheet beside it.
async function sheets() {
  const path = "content/daerah/61.11-kayong-utara/daerah.yaml";
  const before = read(path);
  const { page, faults } = await open(`${EDITION}/lapor/`);
  const picture = page.locator("suluh-papan figure img").first();
  const state = async () => {
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((element) => element.decode());
    return picture.evaluate((element) => ({ address: element.src, wide: element.naturalWidth }));
  };
  const first = await state();
  save(path, before.replaceAll(NUMBER, "(0534) 000-7777"));
  await said(page, "(0534) 000-7777", "nomor kantor yang baru tampil");
  const second = await state();
  report.check("pratinjau: lembar di sampingnya gambar lain", first.address !== second.address && second.wide > 300 ? [] : [JSON.stringify([first, second])]);
  report.check("pratinjau: peramban tidak mengeluh tentang lembar", faults);
  save(path, before);
  await page.close();
}

try {
  await reload();
  await errors();
  await sheets();
} catch (error) {
  report.check("pratinjau", [error.message]);
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill("SIGINT");
  rmSync(project, { recursive: true, force: true });
}
process.exit(report.close());
