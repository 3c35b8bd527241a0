// What the stylesheet promises: nothing moves while a page loads over a slow signal, what is tapped is large enough, paper gets the
// words and no menu, and the sheet itself is sound.

import { spawnSync } from "node:child_process";
import { posix } from "node:path";

import { tool } from "./alat.mjs";

/// A weak 3G signal: round trip in milliseconds, bytes a second.
const SIGNAL = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 20_000 };
/// The least side of what is tapped, and of the main actions (WCAG 2.2, 2.5.8 and 2.5.5), in CSS pixels.
const TARGET = 24;
const ACTION = 44;
/// Kinds that together use every part of the theme.
const KINDS = ["beranda", "beranda-kabupaten", "pelanggaran-daftar", "pelanggaran", "lapor", "regulasi", "halaman-gambar", "unduhan", "desa"];

const some = (sample) => sample.filter(({ kind }) => KINDS.includes(kind));

/// The longest that a page may take over that signal, in milliseconds: the pictures of the download page take a minute and more, and a page that
/// never comes to rest is a fault, not a run without end.
const PATIENCE = 300_000;

/// Nothing on a page moves once it is shown. One page at a time: the browser draws no frame of a page that lies behind another.
export async function shifts(browser, origin, sample, report) {
  for (const { kind, path } of sample) {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 }, serviceWorkers: "block" });
    const session = await page.context().newCDPSession(page);
    await session.send("Network.emulateNetworkConditions", SIGNAL);
    await page.goto(`${origin}/${path}`, { waitUntil: "load" });
    const late = new Promise((done) => setTimeout(done, PATIENCE, ["belum selesai dimuat"]).unref());
    const moved = await Promise.race([page.evaluate(shifted).catch((error) => [String(error)]), late]);
    report.check(`${kind}: tidak ada yang bergeser saat dimuat`, moved);
    await page.close();
  }
}

/// Scrolls to the end so that what is loaded late is loaded, then reads what the browser saw move.
async function shifted() {
  const seen = [];
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const rest = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await rest();
  }
  // A picture that is not shown is never loaded.
  const pictures = [...document.images].filter((image) => !image.complete && image.getClientRects().length > 0);
  await Promise.all(pictures.map((image) => new Promise((done) => image.addEventListener("load", done, { once: true }))));
  await rest();
  seen.push(...observer.takeRecords());
  const name = (source) => source.node?.nodeName?.toLowerCase() + (source.node?.className ? `.${source.node.className}` : "");
  return seen.filter(({ value }) => value > 0).map(({ value, sources }) => `${value.toFixed(4)}: ${sources.map(name).join(", ")}`);
}

/// What is tapped is large enough to be hit with a thumb.
export async function targets(browser, origin, sample, report) {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  for (const { kind, path } of some(sample)) {
    await page.goto(`${origin}/${path}`);
    report.check(`${kind}: sasaran sentuh cukup besar`, await page.evaluate(small, { TARGET, ACTION }));
  }
  await page.close();
}

function small({ TARGET, ACTION }) {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().right > 0;
  // A link inside a sentence is as high as its line; the rule leaves it out.
  const inSentence = (element) => {
    const block = element.closest("p, li, dd, td, blockquote, address, figcaption, span, div");
    return getComputedStyle(element).display === "inline" && block.textContent.trim() !== element.textContent.trim();
  };
  const faults = [];
  const all = [...document.querySelectorAll("a[href], button, summary, select, input")].filter(shown);
  // A small one may stand alone: no other within a circle as wide as the least side (the exception for spacing).
  const crowded = (element) => {
    const own = element.getBoundingClientRect();
    const [x, y] = [own.left + own.width / 2, own.top + own.height / 2];
    const gap = (low, high, at) => Math.max(low - at, 0, at - high);
    return all.some((other) => {
      const box = other.getBoundingClientRect();
      return other !== element && Math.hypot(gap(box.left, box.right, x), gap(box.top, box.bottom, y)) < TARGET / 2;
    });
  };
  for (const element of all.filter((element) => !inSentence(element))) {
    const { width, height } = element.getBoundingClientRect();
    const main = element.matches(".tombol, .menu > summary");
    const least = main ? ACTION : TARGET;
    if (Math.min(width, height) < least - 0.5 && (main || crowded(element))) {
      faults.push(`${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 30)}": ${width.toFixed(0)} × ${height.toFixed(0)} px, paling sedikit ${least}`);
    }
  }
  return faults;
}

/// On the narrowest screen the name of the office ends before the menu begins.
export async function heading(browser, origin, sample, report) {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  for (const { kind, path } of sample.filter(({ kind }) => kind.startsWith("beranda"))) {
    await page.goto(`${origin}/${path}`);
    report.check(`${kind} 320 px: nama kantor tidak tertutup menu`, await page.evaluate(collisions));
  }
  await page.close();
}

function collisions() {
  const name = document.createRange();
  name.selectNodeContents(document.querySelector(".lambang"));
  const menu = document.querySelector(".menu > summary").getBoundingClientRect();
  const hit = [...name.getClientRects()].filter((box) => box.right > menu.left + 0.5);
  return hit.map((box) => `sampai ${box.right.toFixed(0)} px, menu mulai di ${menu.left.toFixed(0)} px`);
}

/// Widths between a tablet and a desk: the head's light grows with them, and so do the words beside it.
const DESKS = [768, 860, 960, 1060, 1160, 1280];

/// White words and buttons of a page's head do not lie on its light.
export async function lit(browser, origin, sample, report) {
  const page = await browser.newPage();
  for (const { kind, path } of some(sample)) {
    for (const width of DESKS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${origin}/${path}`);
      report.check(`${kind} ${width} px: tulisan di kepala tidak di atas sinarnya`, await page.evaluate(onLight));
    }
  }
  await page.close();
}

function onLight() {
  // Pointers pass the light by; here they must meet it.
  document.querySelectorAll(".sorot, .sorot *").forEach((part) => (part.style.pointerEvents = "all"));
  const faults = [];
  for (const element of document.querySelectorAll(".pita h1, .pita .pengantar, .pita .saluran a, .pita .remah a")) {
    const words = document.createRange();
    words.selectNodeContents(element);
    const boxes = element.matches(".tombol") ? [element.getBoundingClientRect()] : [...words.getClientRects()];
    const points = boxes.flatMap(({ left, right, top, bottom }) => [0, 0.5, 1].flatMap((part) => [left + 1, (left + right) / 2, right - 1].map((x) => [x, top + 1 + part * (bottom - top - 2)])));
    const hit = points.find(([x, y]) => document.elementsFromPoint(x, y).some((under) => under.matches(".sorot .s2, .sorot .s3")));
    if (hit) faults.push(`"${element.textContent.trim().slice(0, 40)}" di ${hit.map(Math.round).join(", ")}`);
  }
  return faults;
}

/// In a chart no words lie on others or on a bar, and none leave it, on a phone and on a desk.
export async function charts(browser, origin, sample, report) {
  const { kind, path } = sample.find(({ kind }) => kind === "statistik");
  for (const width of [320, 390, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(`${origin}/${path}`);
    report.check(`${kind} ${width} px: tulisan grafik terbaca`, await page.evaluate(crowded));
    await page.close();
  }
}

function crowded() {
  // Letters have room above and below that nobody sees.
  const SLACK = 4;
  const faults = [];
  const charts = [...document.querySelectorAll("svg.grafik")];
  if (charts.length === 0) faults.push("tidak ada grafik");
  for (const chart of charts) {
    const frame = chart.getBoundingClientRect();
    const texts = [...chart.querySelectorAll("text")].map((element) => [element.textContent, element.getBoundingClientRect()]);
    const bars = [...chart.querySelectorAll(".batang")].map((element) => ["batang", element.getBoundingClientRect()]);
    const meets = (a, b) => a.left < b.right && b.left < a.right && a.top + SLACK < b.bottom && b.top + SLACK < a.bottom;
    texts.forEach(([words, box], at) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) faults.push(`keluar dari grafik: ${words}`);
      for (const [other, its] of [...texts.slice(at + 1), ...bars]) if (meets(box, its)) faults.push(`bertumpuk: ${words} dan ${other}`);
    });
  }
  return faults;
}

/// A link to another site says so to eyes and to screen readers; a link inside does not. A button names in its own words where it leads.
export async function outward(browser, origin, sample, report) {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  let links = 0;
  for (const { kind, path } of sample) {
    await page.goto(`${origin}/${path}`);
    const { outside, faults } = await page.evaluate(marked);
    links += outside;
    report.check(`${kind}: tautan keluar tampak bertanda`, faults);
  }
  report.check("ada tautan keluar", links > 0 ? [] : ["tidak ada"]);
  await page.close();
}

function marked() {
  const says = (link) => getComputedStyle(link, "::after").content;
  const links = [...document.querySelectorAll("a[href]:not(.tombol)")];
  const outside = links.filter((link) => link.relList.contains("external"));
  const inside = links.filter((link) => !link.relList.contains("external"));
  const silent = outside.filter((link) => !(says(link).includes("\u2197") && says(link).includes("situs lain")));
  const wrong = inside.filter((link) => says(link).includes("\u2197"));
  const name = (link) => `${link.href} "${link.textContent.trim().slice(0, 30)}" ${says(link)}`;
  return { outside: outside.length, faults: [...silent.map((link) => `tidak bertanda: ${name(link)}`), ...wrong.map((link) => `ke dalam bertanda keluar: ${name(link)}`)] };
}

/// On paper: black on white, no menu and no button, the office's number and where links lead.
export async function paper(browser, origin, sample, report) {
  const page = await browser.newPage({ viewport: { width: 700, height: 1000 }, colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const { kind, path } of some(sample)) {
    await page.goto(`${origin}/${path}`);
    report.check(`${kind}: rapi di kertas`, await page.evaluate(printed));
  }
  await page.close();
}

function printed() {
  const faults = [];
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  for (const element of seen("nav, select, input, button, .loncat, .sorot, main .tombol")) {
    faults.push(`${element.tagName.toLowerCase()}.${element.className} tercetak`);
  }
  if (seen("footer a[href^='tel:']").length === 0) faults.push("nomor kantor tidak tercetak");
  if (!seen(".hanya-cetak").some((element) => element.textContent.includes("://"))) faults.push("alamat halaman tidak tercetak");
  const dark = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) < 3 * 128;
  const clear = (colour) => /, 0\)$/.test(colour);
  for (const element of seen("body, main, .pita, .kaki, h1, p, li, td, dd")) {
    const style = getComputedStyle(element);
    if (!clear(style.backgroundColor) && dark(style.backgroundColor)) faults.push(`alas gelap: ${element.tagName}.${element.className}`);
    if (!dark(style.color)) faults.push(`tulisan pucat: ${element.tagName}.${element.className} "${element.textContent.trim().slice(0, 30)}"`);
  }
  for (const link of seen(".tulisan a[href^='http']")) {
    if (!getComputedStyle(link, "::after").content.includes("http")) faults.push(`alamat tidak tercetak: ${link.href}`);
  }
  return faults;
}

/// The Nu checker over the stylesheets: no error and no warning.
export function stylesheets(site, report) {
  // Editions carry the same sheet unless their region chose an accent; its name says what is in it.
  const sheets = [...new Map([...site.files].filter((path) => path.endsWith(".css")).map((path) => [posix.basename(path), path])).values()];
  const jar = tool("vnu-jar/build/dist/vnu.jar");
  const input = sheets.map((path) => site.read(path).toString("utf8")).join("\n");
  const run = spawnSync("java", ["-Xss4m", "-jar", jar, "--css", "-"], { encoding: "utf8", input });
  const said = `${run.error?.message ?? ""}\n${run.stderr ?? ""}`.split("\n").filter((line) => line.trim() !== "");
  report.check(`Nu CSS, ${sheets.length} lembar gaya`, sheets.length > 0 ? said : ["tidak ada lembar gaya"]);
}
