/* saring.js: menyaring daftar di halaman ini. Tanpa berkas ini daftarnya utuh.
   Kotak [data-saring="larangan"] berisi satu <form> dan butir [data-butir]. Nama tiap <select> ialah nama data-* yang
   dicocokkan, jawabannya satu kata di dalamnya; kolom "kata" mencari di tulisan butir. Pilihan ikut tertulis di alamat. */
"use strict";
(function () {
  var lipat = function (teks) { return teks.toLowerCase().replace(/\u00ad/g, "").replace(/[^0-9a-z]+/g, " "); };
  var semua = function (akar, apa) { return Array.prototype.slice.call(akar.querySelectorAll(apa)); };

  semua(document, "[data-saring]").forEach(function (kotak) {
    var borang = kotak.querySelector("form");
    var hitung = kotak.querySelector("[data-hitung]");
    var kosong = kotak.querySelector("[data-kosong]");
    var kelompok = semua(kotak, "[data-kelompok]");
    var kolom = semua(borang, "select, input");
    var butir = semua(kotak, "[data-butir]").map(function (baris) {
      return { baris: baris, tulisan: lipat(baris.textContent + " " + (baris.getAttribute("data-kata") || "")) };
    });

    var cocok = function (satu) {
      return kolom.every(function (isian) {
        if (!isian.value) return true;
        if (isian.name === "kata") {
          return lipat(isian.value).split(" ").every(function (kata) { return satu.tulisan.indexOf(kata) >= 0; });
        }
        return (" " + satu.baris.getAttribute("data-" + isian.name) + " ").indexOf(" " + isian.value + " ") >= 0;
      });
    };

    var saring = function () {
      var tampil = 0;
      butir.forEach(function (satu) {
        var ya = cocok(satu);
        satu.baris.hidden = !ya;
        if (ya) tampil += 1;
      });
      kelompok.forEach(function (bagian) { bagian.hidden = !bagian.querySelector("[data-butir]:not([hidden])"); });
      hitung.textContent = tampil + " dari " + butir.length + " " + kotak.getAttribute("data-saring");
      kosong.hidden = tampil > 0;
    };

    /* Alamat yang dapat dikirim. Peramban lama menolaknya pada file:; penyaringnya tetap jalan. */
    var catat = function () {
      var isi = kolom.filter(function (isian) { return isian.value; }).map(function (isian) {
        return encodeURIComponent(isian.name) + "=" + encodeURIComponent(isian.value);
      });
      try {
        history.replaceState(null, "", location.pathname + (isi.length ? "?" + isi.join("&") : ""));
      } catch (tolak) { /* alamatnya tetap */ }
    };

    /* Dari alamat: ?siapa=pns&kapan=masa-kampanye, atau #bagi-pns seperti tanpa JavaScript. */
    var baca = function () {
      location.search.slice(1).split("&").forEach(function (pasang) {
        var bagian = pasang.split("=");
        kolom.forEach(function (isian) {
          if (isian.name !== bagian[0]) return;
          try { isian.value = decodeURIComponent((bagian[1] || "").replace(/\+/g, " ")); } catch (rusak) { isian.value = ""; }
        });
      });
      var bagi = /^#bagi-(.+)$/.exec(location.hash);
      if (bagi && borang.elements.siapa) borang.elements.siapa.value = bagi[1];
      /* Nilai yang tidak ada pilihannya mengosongkan <select>. */
      kolom.forEach(function (isian) { if (isian.selectedIndex === -1) isian.value = ""; });
    };

    kotak.classList.add("hidup");
    baca();
    saring();
    /* Yang datang lewat #bagi-… melihat hasilnya, bukan kolom yang sudah terisi: di ponsel kolom-kolom itu setinggi layar. */
    if (/^#bagi-/.test(location.hash) && hitung.getBoundingClientRect().bottom > innerHeight * 0.8) hitung.scrollIntoView();
    borang.addEventListener("input", function () { saring(); catat(); });
    borang.addEventListener("submit", function (kirim) { kirim.preventDefault(); });
    borang.addEventListener("reset", function () { setTimeout(function () { saring(); catat(); }, 0); });
    window.addEventListener("hashchange", function () { baca(); saring(); });
  });
})();
