/* suluh.js: yang boleh ada di setiap halaman. Tanpa berkas ini situs tetap utuh.
   1. Di server: manifes aplikasi, dan pekerja luring (sw.js) dari akar edisi ini, yang menunggu sampai halaman selesai dan peramban menganggur.
   2. Tombol yang butuh skrip ([data-skrip]) ditampilkan: bagikan, salin.
   3. Kotak cari tampil juga di peramban yang belum mengenal @media (scripting), dan tombol `/` membawa ke sana. */
"use strict";
(function () {
  var akar = new URL("../", document.currentScript.src);
  var daring = location.protocol === "https:" || location.protocol === "http:";

  if (daring) {
    var manifes = document.createElement("link");
    manifes.rel = "manifest";
    manifes.href = new URL("situs.webmanifest", akar).href;
    document.head.append(manifes);
    if ("serviceWorker" in navigator) {
      var daftar = function () {
        navigator.serviceWorker.register(new URL("sw.js", akar).href, { updateViaCache: "none" }).catch(function () {});
      };
      addEventListener("load", function () {
        if (window.requestIdleCallback) requestIdleCallback(daftar, { timeout: 4000 });
        else setTimeout(daftar, 1000);
      });
    }
  }

  function kata(tombol, teks) {
    var status = tombol.parentElement.querySelector("[role=status]");
    status.textContent = teks;
    return status;
  }

  /* Yang disalin tidak selalu boleh ditulis ke papan klip; lalu ia dipilih, siap disalin dengan tangan. */
  function salin(tombol, teks, wadah) {
    function pilih() {
      var unsur = wadah || kata(tombol, teks);
      getSelection().selectAllChildren(unsur);
      if (wadah) kata(tombol, "Sudah dipilih: salin dengan tangan");
    }
    if (!navigator.clipboard) return pilih();
    navigator.clipboard.writeText(teks).then(function () { kata(tombol, "Disalin"); }, pilih);
  }

  function bagikan(tombol) {
    var kanonik = document.querySelector("link[rel=canonical]");
    var alamat = kanonik ? kanonik.href : location.href;
    if (!navigator.share) return salin(tombol, alamat);
    navigator.share({ title: document.title, url: alamat }).catch(function () {});
  }

  document.querySelectorAll("[data-bagikan]").forEach(function (tombol) {
    if (!navigator.share) tombol.textContent = "Salin tautan";
    tombol.addEventListener("click", function () { bagikan(tombol); });
    tombol.closest("[data-skrip]").hidden = false;
  });
  document.querySelectorAll("[data-salin]").forEach(function (tombol) {
    var wadah = document.getElementById(tombol.dataset.salin);
    tombol.addEventListener("click", function () { salin(tombol, wadah.textContent, wadah); });
    tombol.closest("[data-skrip]").hidden = false;
  });
})();

/* Tombol `/` membawa ke kotak cari. Pintasan satu tombol harus dapat dimatikan (WCAG 2.1.4): di halaman cari. */
(function () {
  /* Yang mengenalnya sudah menampilkan kotak cari; menandai akar halaman membuat semua gaya dihitung lagi. */
  if (!window.matchMedia("(scripting: enabled)").matches) document.documentElement.dataset.cari = "siap";
  var KEY = "suluh-pintasan", box = document.querySelector("[data-pintasan]"), off = null;
  /* Penyimpanan dibaca ketika ditanya: membacanya saat halaman dimuat menunggu cakram. Tanpa penyimpanan pilihannya berlaku di halaman ini saja. */
  function mati() {
    try {
      if (off === null) off = localStorage.getItem(KEY) === "mati";
    } catch (error) {
      off = false;
    }
    return off;
  }
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || mati()) return;
    if (/^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    var field = document.getElementById("_cari"), link = document.querySelector(".cari-kepala");
    if (!field && !link) return;
    event.preventDefault();
    if (!field) return link.click();
    field.focus();
    field.select();
  });
  if (!box) return;
  box.checked = !mati();
  box.addEventListener("change", function () {
    off = !box.checked;
    try {
      localStorage.setItem(KEY, off ? "mati" : "hidup");
    } catch (error) {
      /* Lihat di atas. */
    }
  });
})();
