/* Pekerja luring satu edisi. Nomor yang salah lebih buruk daripada tidak ada nomor, maka:
   halaman selalu diambil dari jaringan lebih dahulu; salinan hanya tampil tanpa sambungan, dengan tanggal simpannya;
   setiap terbitan punya versi, dan simpanan versi lama dibuang begitu versi baru datang;
   berkas yang bukan dari terbitan ini (sidiknya lain) tidak disimpan. */
"use strict";
const TERBITAN = {};
const AKAR = self.registration.scope;
const JALUR = new URL(AKAR).pathname;
const AWALAN = `suluh ${AKAR} `;
const TETAP = `${AWALAN}${TERBITAN.versi}`;
const KUNJUNGAN = `${TETAP} kunjungan`;
const PALING_BANYAK = 60;
const SABAR = 10000;

self.addEventListener("install", (peristiwa) => {
  self.skipWaiting();
  peristiwa.waitUntil(isi());
});
self.addEventListener("activate", (peristiwa) => peristiwa.waitUntil(bersihkan()));
self.addEventListener("fetch", (peristiwa) => {
  const { request } = peristiwa;
  const alamat = new URL(request.url);
  if (request.method !== "GET" || request.headers.has("range") || !alamat.href.startsWith(AKAR)) return;
  const jalur = alamat.pathname.slice(JALUR.length);
  // Edisi daerah punya pekerjanya sendiri.
  if (TERBITAN.luar && /^\d\d(\.\d\d)?(\/|$)/.test(jalur)) return;
  if (jalur.startsWith("aset/")) peristiwa.respondWith(aset(request));
  else if (request.mode === "navigate" && !/\.(?!html$)[a-z]\w*$/i.test(jalur)) peristiwa.respondWith(halaman(peristiwa));
  else if (request.destination === "image") peristiwa.respondWith(gambar(peristiwa));
});

/* Alamat tanpa tanya dan jangkar; folder berarti index.html di dalamnya. */
function kunci(alamat) {
  const { origin, pathname } = new URL(alamat, AKAR);
  return origin + pathname + (pathname.endsWith("/") ? "index.html" : "");
}

async function sidik(jawaban) {
  const bita = new Uint8Array(await crypto.subtle.digest("SHA-256", await jawaban.arrayBuffer()));
  return [...bita].map((angka) => angka.toString(16).padStart(2, "0")).join("");
}

/* Menyimpan berkas terbitan ini. Yang sudah ada di simpanan versi lama dan sidiknya sama tidak diambil lagi. */
async function isi() {
  const simpanan = await caches.open(TETAP);
  const lama = (await caches.keys()).filter((nama) => nama.startsWith(AWALAN) && nama !== TETAP && !nama.endsWith(" kunjungan"));
  await Promise.all(
    TERBITAN.simpan.map(async ([jalur, harap]) => {
      const alamat = kunci(jalur);
      for (const nama of lama) {
        const ada = await (await caches.open(nama)).match(alamat);
        if (ada && (await sidik(ada.clone())).startsWith(harap)) return simpanan.put(alamat, ada);
      }
      const jawaban = await fetch(alamat, { cache: "reload" });
      if (jawaban.ok && (await sidik(jawaban.clone())).startsWith(harap)) await simpanan.put(alamat, jawaban);
    }),
  );
}

async function bersihkan() {
  for (const nama of await caches.keys()) {
    if (nama.startsWith(AWALAN) && nama !== TETAP && nama !== KUNJUNGAN) await caches.delete(nama);
  }
  await self.clients.claim();
}

async function cari(alamat) {
  for (const nama of [KUNJUNGAN, TETAP]) {
    const ada = await (await caches.open(nama)).match(alamat);
    if (ada) return ada;
  }
  return undefined;
}

async function catat(alamat, jawaban) {
  const simpanan = await caches.open(KUNJUNGAN);
  await simpanan.delete(alamat);
  await simpanan.put(alamat, jawaban);
  const semua = await simpanan.keys();
  await Promise.all(semua.slice(0, Math.max(0, semua.length - PALING_BANYAK)).map((lama) => simpanan.delete(lama)));
}

async function lupakan(alamat) {
  for (const nama of [KUNJUNGAN, TETAP]) await (await caches.open(nama)).delete(alamat);
}

async function dariJaringan(peristiwa, alamat) {
  const jawaban = await fetch(peristiwa.request, { cache: "no-cache" });
  if (jawaban.status === 404 || jawaban.status === 410) peristiwa.waitUntil(lupakan(alamat));
  else if (jawaban.ok && !jawaban.redirected) peristiwa.waitUntil(catat(alamat, jawaban.clone()).catch(() => {}));
  return jawaban;
}

async function halaman(peristiwa) {
  const alamat = kunci(peristiwa.request.url);
  const jaringan = dariJaringan(peristiwa, alamat);
  // Sambungan yang tidak menjawab sama dengan tidak ada; jawaban yang terlambat tetap dicatat.
  peristiwa.waitUntil(jaringan.catch(() => {}));
  const lambat = new Promise((_, tolak) => setTimeout(tolak, SABAR));
  try {
    return await Promise.race([jaringan, lambat]);
  } catch {
    const ada = await cari(alamat);
    if (ada) return salinan(ada);
    const luring = await cari(kunci("luring.html"));
    return luring ? diTempat(luring) : jaringan;
  }
}

/* Alamat di halaman luring dihitung dari berkasnya sendiri, supaya berkas itu utuh juga dari flash disk. Di sini ia menggantikan
   halaman di alamat lain, jadi alamatnya dihitung dari akar situs. */
async function diTempat(jawaban) {
  const isi = (await jawaban.text()).replace(/ (?:href|src|action)="(?![a-z]+:|[#/])/g, (awal) => awal + JALUR);
  return new Response(isi, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/* Salinan mengaku salinan, dengan tanggalnya. */
async function salinan(jawaban) {
  const hari = new Date(jawaban.headers.get("date") ?? NaN);
  const kapan = Number.isNaN(hari.getTime()) ? "" : `, disimpan ${hari.toLocaleDateString("id-ID", { dateStyle: "long" })}`;
  const kata = `<aside class="luring" aria-label="Tanpa sambungan"><p class="wadah"><strong>Tanpa sambungan.</strong> Ini salinan di perangkat Anda${kapan}. Nomor dan aturan bisa sudah berubah.</p></aside>`;
  const isi = (await jawaban.text()).replace(/<main[\s>]/, (awal) => kata + awal);
  return new Response(isi, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/* Nama berkas di aset/ berubah bersama isinya, jadi yang tersimpan selalu benar. */
async function aset(permintaan) {
  const alamat = kunci(permintaan.url);
  const ada = await cari(alamat);
  if (ada) return ada;
  const jawaban = await fetch(permintaan);
  if (jawaban.ok) await catat(alamat, jawaban.clone()).catch(() => {});
  return jawaban;
}

async function gambar(peristiwa) {
  const alamat = kunci(peristiwa.request.url);
  try {
    return await dariJaringan(peristiwa, alamat);
  } catch {
    return (await cari(alamat)) ?? Response.error();
  }
}
