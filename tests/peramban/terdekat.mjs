// Posts by the way there: the list of a page whose office gave coordinates, sorted on the reader's own phone. The bundled offices are
// specimens and have none, so three posts get a link to the map on their way to the browser.

const PAGE = "61.11/lapor/index.html";
/// Names of posts, far to near from `HERE`; the second has no place on a map.
const POSTS = [["Posko jauh", "-1.25", "109.95"], ["Posko tanpa letak"], ["Posko dekat", "-1.5", "110.2"], ["Posko sedang", "-1.4", "110.1"]];
const HERE = { latitude: -1.5, longitude: 110.205 };
/// The posts in the order of their distance, and what is said of it: worked out by hand, a degree being 111.195 km.
const NEAR = [["Posko dekat", "± 600 m"], ["Posko sedang", "± 16 km"], ["Posko jauh", "± 40 km"], ["Posko tanpa letak", ""]];

export async function nearest(browser, origin, site, report) {
  const script = [...site.files].find((path) => /^61\.11\/aset\/terdekat[^/]*\.js$/.test(path));
  report.check("terdekat: skripnya terbit", script ? [] : ["tidak ada terdekat.js"]);
  if (!script) return;
  const link = ([latitude, longitude]) => `. <a href="https://www.openstreetmap.org/?mlat=${latitude}&amp;mlon=${longitude}#map=17/${latitude}/${longitude}">Lihat di peta</a>`;
  const item = ([name, ...place]) => `<li><strong>${name}</strong>: Jalan${place.length ? link(place) : ""}</li>`;
  const html = site.read(PAGE).toString("utf8");
  const body = html
    .replace("</head>", `<script src="../${script.slice("61.11/".length)}" defer></script></head>`)
    .replace(/(<div class="tulisan[^>]*>)/, `$1<ul id="uji">${POSTS.map(item).join("")}</ul>`);

  const open = async (options) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 }, serviceWorkers: "block", ...options });
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => request.url().startsWith(`${origin}/`) || faults.push(`permintaan keluar: ${request.url()}`));
    await page.route(`**/${PAGE.replace("index.html", "")}`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await page.goto(`${origin}/${PAGE.replace("index.html", "")}`);
    return { context, page, faults, button: page.getByRole("button", { name: "Urutkan dari yang terdekat" }) };
  };
  const order = (page) => page.$$eval("#uji > li", (items) => items.map((item) => [item.querySelector("strong").textContent, item.querySelector("b")?.textContent ?? ""]));
  const said = (page) => page.locator("p[role=status]", { hasText: /tetap|dikirim/ }).innerText();

  const asked = await open({ permissions: ["geolocation"], geolocation: HERE });
  report.check("terdekat: satu tombol untuk satu daftar", (await asked.button.count()) === 1 ? [] : [`${await asked.button.count()} tombol`]);
  for (const time of ["sekali", "dua kali"]) {
    await asked.button.focus();
    await asked.page.keyboard.press("Enter");
    await said(asked.page);
    const now = await order(asked.page);
    report.check(`terdekat: diurutkan ${time}`, JSON.stringify(now) === JSON.stringify(NEAR) ? [] : [JSON.stringify(now)]);
  }
  report.check("terdekat: tidak ada yang dikirim", asked.faults);
  await asked.context.close();

  // Who says no keeps the list as the office wrote it.
  const refused = await open({ permissions: [] });
  await refused.button.click();
  const words = await said(refused.page);
  const kept = (await order(refused.page)).map(([name]) => name);
  const written = POSTS.map(([name]) => name);
  report.check("terdekat: tanpa izin urutannya tetap", words.includes("Izin letak tidak diberikan") && kept.join() === written.join() ? [] : [words, kept.join()]);
  await refused.context.close();

  const plain = await browser.newPage();
  await plain.goto(`${origin}/${PAGE}`);
  const buttons = await plain.getByRole("button", { name: "Urutkan dari yang terdekat" }).count();
  report.check("terdekat: tanpa letak tanpa tombol", buttons === 0 ? [] : [`${buttons} tombol`]);
  await plain.close();
}
