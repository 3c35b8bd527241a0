// Away from the network and away from the site: what a phone keeps and throws away, the file that needs nothing beside it, the ways
// to pass a page on.

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";

import { pocket } from "./saku.mjs";
import { TYPES } from "./server.mjs";

const EDITION = "61.11";
const NUMBER = "(0534) 000-0000";
const CHANGED = "(0534) 000-9999";
const PATIENCE = 15000;

export async function away(browser, site, report) {
  await worker(browser, site, report);
  await pocket(browser, site, report);
  await sharing(browser, site, report);
  await zips(browser, site, report);
  outside(site, report);
  pictures(site, report);
}

/// A publication that can be replaced by the next one, and a connection that can be cut.
async function press(site) {
  const state = { read: (path) => site.read(path), down: false, asked: [] };
  const server = createServer((request, response) => {
    if (state.down) return request.socket.destroy();
    const address = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname).slice(1);
    const path = address === "" || address.endsWith("/") ? `${address}index.html` : address;
    state.asked.push(path);
    const found = site.files.has(path);
    const ending = path.slice(path.lastIndexOf("."));
    // As a host that lets browsers keep everything for an hour: a number must not hide in such a cache.
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[ending] ?? "application/octet-stream", "cache-control": "max-age=3600" });
    response.end(found ? state.read(path) : "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { state, origin: `http://127.0.0.1:${server.address().port}`, close: () => (server.closeAllConnections(), server.close()) };
}

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

/// The same site after the office has changed its number, with the worker that `suluh build` would write: a digest for each file
/// that is kept, and another version.
function renumbered(site, edition) {
  const changed = (path) => {
    const bytes = site.read(path);
    return path.endsWith(".html") ? Buffer.from(bytes.toString("utf8").replaceAll(NUMBER, CHANGED)) : bytes;
  };
  return (path) => {
    if (path !== `${edition}/sw.js`) return changed(path);
    const line = /^const TERBITAN = (.*);$/m;
    const script = site.read(path).toString("utf8");
    const known = JSON.parse(script.match(line)[1]);
    known.simpan = known.simpan.map(([inside]) => [inside, digest(changed(`${edition}/${inside}`)).slice(0, 32)]);
    known.versi = digest(JSON.stringify(known.simpan)).slice(0, 32);
    return script.replace(line, () => `const TERBITAN = ${JSON.stringify(known)};`);
  };
}

async function worker(browser, site, report) {
  const { state, origin, close } = await press(site);
  const context = await browser.newContext();
  const page = await context.newPage();
  const words = async (path) => {
    await page.goto(`${origin}/${path}`, { waitUntil: "load" }).catch(() => {});
    return page.locator("body").innerText();
  };
  const kept = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("suluh ")).sort());
  const settled = async (version) => {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const names = await kept();
      const full = await page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, `suluh ${origin}/${EDITION}/ ${version}`);
      const waits = await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active && navigator.serviceWorker.controller));
      if (waits && full > 0 && names.every((name) => name.includes(version))) return full;
      if (Date.now() > until) throw new Error(`pekerja tidak siap: ${names.join(", ")}, ${full} berkas, aktif ${waits}`);
      await page.waitForTimeout(50);
    }
  };
  const publication = (read) => JSON.parse(read(`${EDITION}/sw.js`).toString("utf8").match(/^const TERBITAN = (.*);$/m)[1]);
  const expect = async (name, path, wanted, unwanted = []) => {
    const text = await words(path);
    const faults = wanted.filter((word) => !text.includes(word)).map((word) => `tidak ada: ${word}`);
    faults.push(...unwanted.filter((word) => text.includes(word)).map((word) => `masih ada: ${word}`));
    report.check(`luring: ${name}`, faults);
  };
  const copy = "Tanpa sambungan.";
  const village = [...site.files].find((path) => path.startsWith(`${EDITION}/d/`));
  try {
    const first = publication(state.read);
    await expect("daring tampil apa adanya", `${EDITION}/index.html`, [NUMBER], [copy]);
    const count = await settled(first.versi);
    report.check("luring: semua yang dijanjikan tersimpan", count === first.simpan.length ? [] : [`${count} dari ${first.simpan.length}`]);
    const heavy = first.simpan.reduce((sum, [inside]) => sum + site.read(`${EDITION}/${inside}`).length, 0);
    console.log(`pekerja luring ${EDITION}: ${first.simpan.length} berkas, ${Math.round(heavy / 1000)} KB tanpa kompresi`);
    await words(village);
    await page.waitForTimeout(300);

    state.down = true;
    await expect("tanpa sambungan lapor terbuka dan mengaku salinan", `${EDITION}/lapor/`, [NUMBER, copy, "disimpan"]);
    const styled = await page.evaluate(() => getComputedStyle(document.querySelector(".luring")).backgroundColor !== "rgba(0, 0, 0, 0)");
    report.check("luring: salinan bergaya", styled ? [] : ["tanpa lembar gaya"]);
    await expect("beranda dengan nama berkasnya", `${EDITION}/index.html?x=1#y`, [NUMBER, copy]);
    await expect("halaman desa yang pernah dibuka", village.replace("index.html", ""), [NUMBER, copy]);
    await expect("halaman yang belum pernah dibuka", `${EDITION}/tentang/`, ["Halaman yang Anda buka belum tersimpan"]);

    state.down = false;
    state.read = renumbered(site, EDITION);
    state.asked.length = 0;
    const second = publication(state.read);
    await expect("sesudah terbit lagi nomor baru langsung tampil", `${EDITION}/lapor/`, [CHANGED], [NUMBER, copy]);
    await settled(second.versi);
    const fetchedAssets = state.asked.filter((path) => path.startsWith(`${EDITION}/aset/`));
    report.check("luring: berkas yang tidak berubah tidak diambil lagi", fetchedAssets);

    state.down = true;
    await expect("tanpa sambungan lagi nomor baru", `${EDITION}/lapor/`, [CHANGED, copy], [NUMBER]);
    await expect("beranda yang tidak dibuka sejak itu pun bernomor baru", `${EDITION}/`, [CHANGED, copy], [NUMBER]);
    await expect("salinan lama halaman desa sudah dibuang", village, ["belum tersimpan"], [NUMBER]);
    const standing = await page.evaluate(() => ({
      ground: getComputedStyle(document.querySelector(".pita")).backgroundColor,
      link: document.querySelector(".tulisan li a").href,
    }));
    const placed = standing.ground !== "rgba(0, 0, 0, 0)" && standing.link.startsWith(`${origin}/${EDITION}/lapor/`);
    report.check("luring: halaman pengganti bergaya dan bertautan di alamat mana pun", placed ? [] : [JSON.stringify(standing)]);

    // A publication that does not match its worker, as behind a slow mirror, is not kept under its name.
    state.down = false;
    const right = state.read;
    state.read = (path) => (path === `${EDITION}/sw.js` ? right(path).replace(/"versi":"\w{6}/, '"versi":"abcdef') : site.read(path));
    await words(`${EDITION}/sanksi/`);
    await settled(`abcdef${second.versi.slice(6)}`);
    state.down = true;
    await expect("berkas dari terbitan lain tidak disimpan", `${EDITION}/`, [], [NUMBER]);

    state.down = false;
    state.read = (path) => site.read(path);
    await words("index.html");
    await page.waitForTimeout(1000);
    const regional = await page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => /^suluh https?:\/\/[^/]+\/ /.test(name));
      const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      return all.flat().filter((url) => /^\/\d\d/.test(new URL(url).pathname));
    });
    report.check("luring: pekerja nasional tidak menyimpan halaman daerah", regional);
  } catch (error) {
    report.check("luring: pekerja", [error.message]);
  } finally {
    await context.close();
    close();
  }
}

/// The share sheet where there is one, else a link that is copied; pieces of HTML are copied whole. From a flash disk nothing complains.
async function sharing(browser, site, report) {
  const { origin, close } = await press(site);
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const canonical = "link[rel=canonical]";
  await page.addInitScript(() => {
    if (location.hash === "#lembar") navigator.share = (what) => Promise.resolve((window.dibagikan = what));
    else delete Navigator.prototype.share;
  });
  await page.goto(`${origin}/${EDITION}/lapor/#lembar`);
  const button = page.locator("button[data-bagikan]");
  await button.click();
  const [given, wanted] = await page.evaluate((selector) => [window.dibagikan?.url, document.querySelector(selector).href], canonical);
  report.check("bagikan: lembar berbagi mendapat alamat tetap", given === wanted ? [] : [`${given}, bukan ${wanted}`]);
  await page.goto(`${origin}/${EDITION}/sanksi/`);
  await button.click();
  await page.getByText("Disalin").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const here = await page.evaluate((selector) => document.querySelector(selector).href, canonical);
  report.check("bagikan: tanpa lembar berbagi tautannya disalin", copied === here ? [] : [`${copied}, bukan ${here}`]);
  const manifest = await page.evaluate(() => document.querySelector("link[rel=manifest]")?.href);
  const answered = manifest && (await (await page.request.get(manifest)).json());
  const icons = await Promise.all((answered?.icons ?? []).map(async ({ src }) => (await page.request.get(new URL(src, manifest).href)).status()));
  report.check("manifes dan ikonnya ada", icons.length === 3 && icons.every((status) => status === 200) ? [] : [`${manifest}: ${icons}`]);

  await page.goto(`${origin}/${EDITION}/sematan/`);
  await page.locator("button[data-salin]").first().click();
  await page.getByText("Disalin").first().waitFor();
  const piece = await page.evaluate(() => navigator.clipboard.readText());
  const shown = await page.locator("pre code").first().textContent();
  report.check("sematan: potongan disalin utuh", piece === shown && piece.startsWith("<section>") ? [] : [piece.slice(0, 80)]);
  const reply = await context.newPage();
  await reply.setContent(`<!doctype html><title>x</title>${piece}`);
  const plain = await reply.evaluate(() => ({ text: document.body.innerText, styled: document.querySelectorAll("[class],[style],script").length }));
  report.check("sematan: potongan berdiri di situs lain", plain.styled === 0 && plain.text.includes(NUMBER) ? [] : [JSON.stringify(plain)]);

  const faults = [];
  const disk = await context.newPage();
  disk.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  disk.on("pageerror", (error) => faults.push(error.message));
  disk.on("requestfailed", (request) => faults.push(`gagal: ${request.url()}`));
  await disk.goto(pathToFileURL(join(site.root, EDITION, "lapor/index.html")).href);
  await disk.waitForTimeout(200);
  report.check("dari diska kilat skrip diam", faults);
  await context.close();
  close();
}

/// A zip of the website: unpacked, every page of it opens from the disk and asks for nothing that is not there.
async function zips(browser, site, report) {
  const zips = [...site.files].filter((file) => /unduhan\/situs-.*\.zip$/.test(file)).slice(-2);
  report.check("ada zip untuk komputer", zips.length > 0 ? [] : ["bangun situsnya dengan --zip"]);
  for (const path of zips) {
    const folder = mkdtempSync(join(tmpdir(), "zip-"));
    const names = unpack(site.read(path), folder);
    const page = await browser.newPage();
    const faults = [];
    // An icon that is still loading when a link is followed is given up by the browser, not missing.
    const lost = (request) => request.failure()?.errorText !== "net::ERR_ABORTED";
    page.on("requestfailed", (request) => lost(request) && faults.push(`gagal: ${request.url()}`));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`konsol: ${message.text()}`));
    await page.goto(pathToFileURL(join(folder, "MULAI-DI-SINI.html")).href);
    await page.getByRole("link", { name: "Buka situs" }).click();
    await page.waitForURL(/situs\/index\.html$/);
    const styled = await page.locator(".pita").first().evaluate((element) => getComputedStyle(element).backgroundColor !== "rgba(0, 0, 0, 0)");
    if (!styled) faults.push("tanpa lembar gaya");
    for (const inside of ["situs/lapor/index.html", "situs/unduhan/index.html", "situs/bagikan/index.html"]) {
      if (!names.includes(inside)) faults.push(`tidak ada ${inside}`);
      await page.goto(pathToFileURL(join(folder, inside)).href);
    }
    report.check(`${path}: terbuka dari diska kilat`, faults);
    await page.close();
    rmSync(folder, { recursive: true });
  }
}

/// Writes the files of a zip into a folder and tells their names.
function unpack(zip, folder) {
  const names = [];
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from("PK\x05\x06")) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, length, extra, comment] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const [local, name] = [zip.readUInt32LE(at + 42), zip.toString("utf8", at + 46, at + 46 + length)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), inflateRawSync(zip.subarray(start, start + packed)));
    names.push(name);
    at += 46 + length + extra + comment;
  }
  return names;
}

/// Every link that leaves the site says so, to eyes and to screen readers; none opens a window or tells where it comes from.
function outside(site, report) {
  const faults = [];
  for (const path of site.pages) {
    const hosts = new Set();
    for (const { name, attributes } of site.elements(path)) {
      if (name === "link" && attributes.rel === "canonical") hosts.add(new URL(attributes.href).host);
      if (name !== "a" || !/^https?:/.test(attributes.href ?? "")) continue;
      if (attributes.target) faults.push(`${path}: ${attributes.href} membuka jendela`);
      const own = hosts.has(new URL(attributes.href).host) || path.includes("sematan/");
      if (!own && !/\bexternal\b/.test(attributes.rel ?? "")) faults.push(`${path}: ${attributes.href} tidak bertanda`);
    }
  }
  report.check("tautan keluar bertanda", faults);
}

/// The picture beside a shared link: JPEG, 1200 x 630, at most 250 KB, and there.
function pictures(site, report) {
  const faults = [];
  const seen = new Set();
  for (const path of site.pages.filter((page) => !/(404|luring|saku)\.html$/.test(page))) {
    const metas = site.elements(path).filter(({ name }) => name === "meta").map(({ attributes }) => attributes);
    const say = (property) => metas.find((meta) => meta.property === property)?.content;
    const url = say("og:image");
    for (const property of ["og:title", "og:url", "og:locale"]) if (!say(property)) faults.push(`${path}: tidak ada ${property}`);
    if (!url || say("og:image:width") !== "1200" || say("og:image:height") !== "630") {
      faults.push(`${path}: og:image ${url}`);
      continue;
    }
    seen.add(decodeURIComponent(new URL(url).pathname.slice(1)));
  }
  for (const path of seen) {
    if (!site.files.has(path)) {
      faults.push(`tidak ada: ${path}`);
      continue;
    }
    const bytes = site.read(path);
    const [width, height] = jpegSize(bytes);
    if (width !== 1200 || height !== 630 || bytes.length > 250_000) faults.push(`${path}: ${width} x ${height}, ${bytes.length} bita`);
  }
  report.check("gambar bagikan 1200 x 630, paling banyak 250 KB", seen.size > 0 ? faults : ["tidak ada gambar"]);
}

function jpegSize(bytes) {
  if (bytes.readUInt16BE(0) !== 0xffd8) return [0, 0];
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
  }
  return [0, 0];
}
