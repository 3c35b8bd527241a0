// The one file that holds a whole edition: alone in an empty folder, without scripts; and the checker of accessibility on it, with them.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { tool } from "./alat.mjs";
import { overflow, SCHEMES, violations, WIDTHS } from "./layar.mjs";

export async function pocket(browser, site, report) {
  const files = [...site.files].filter((path) => path.endsWith("saku.html"));
  report.check("saku: setiap edisi punya", files.length > 5 ? [] : [`hanya ${files.length}`]);
  const folder = mkdtempSync(join(tmpdir(), "saku-"));
  const place = join(folder, "saku.html");
  let heaviest = 0;
  for (const path of files) {
    const bytes = site.read(path);
    heaviest = Math.max(heaviest, bytes.length);
    report.check(`${path}: paling banyak 300 KB`, bytes.length <= 300_000 ? [] : [`${bytes.length} bita`]);
    writeFileSync(place, bytes);
    await whole(browser, place, path, report);
    await accessible(browser, place, path, report);
  }
  report.note(`saku.html terberat: ${heaviest} B`);
  rmSync(folder, { recursive: true });
}

/// Opens the file, and holds against it whatever it asks for and complains about.
async function open(browser, place, options) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("request", (request) => !/^(data:|file:.*\/saku\.html$)/.test(request.url()) && faults.push(`meminta ${request.url()}`));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`konsol: ${message.text()}`));
  await page.goto(pathToFileURL(place).href);
  return { context, page, faults };
}

async function whole(browser, place, path, report) {
  const { context, page, faults } = await open(browser, place, { javaScriptEnabled: false });
  const text = await page.locator("body").innerText();
  for (const heading of ["Siapa yang dihubungi", "Apa yang dilarang", "Cara memberi tahu", "Jangan"]) {
    if (!text.includes(heading)) faults.push(`tidak ada: ${heading}`);
  }
  const ground = await page.locator("header.pita").evaluate((element) => getComputedStyle(element).backgroundColor);
  if (ground === "rgba(0, 0, 0, 0)") faults.push("tanpa gaya");
  for (const picture of await page.locator("img").all()) {
    await picture.scrollIntoViewIfNeeded();
    const drawn = await picture.evaluate((element) => element.decode().then(() => element.naturalWidth > 0, () => false));
    if (!drawn) faults.push(`gambar tidak tampil: ${await picture.getAttribute("alt")}`);
  }
  report.check(`${path}: utuh tanpa apa pun di sebelahnya`, faults);
  await context.close();
}

async function accessible(browser, place, path, report) {
  const { context, page, faults } = await open(browser, place, { bypassCSP: true });
  await page.evaluate(readFileSync(tool("axe-core/axe.min.js"), "utf8"));
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const found = [...(await page.evaluate(overflow)), ...(await page.evaluate(longLines)), ...(await page.evaluate(violations))];
      report.check(`${path} ${width} px ${colorScheme}: axe-core`, found);
    }
  }
  report.check(`${path}: dengan skrip tidak meminta apa pun, konsol bersih`, faults);
  await context.close();
}

/// Lines of some ninety letters at most.
function longLines() {
  const letters = (element) => element.getBoundingClientRect().width / (Number.parseFloat(getComputedStyle(element).fontSize) / 2);
  const long = [...document.querySelectorAll("main p, main li")].filter((element) => letters(element) > 95);
  return long.slice(0, 3).map((element) => `baris terlalu panjang: ${element.textContent.trim().slice(0, 40)}`);
}
