/** What people also ask for, and we do not answer. */
export const UNRELATED_SYNONYMS: Readonly<Record<string, string>> = {
  visa: 'kitas kitap itas schengen visanya vissa',
  sim: 'sertifikat tanah pbb gas lpg elpiji sembako pip kip kis prakerja cerai polisi polsek polres pengadilan kelurahan kecamatan rtrw stnk bpkb samsat skck npwp pajak bpjs pln listrik pdam bansos pkh blt spp kua nikah pajaknya token pulsa tilang',
  jalan: 'jln jalanan berlubang lampu got pju selokan trotoar macetjalan',
  makanan:
    'makan resep rendang soto nasi ayam bakso baso sate restoran resto warung kuliner masak food pizza restaurant kopi ikan sambal samba lado mie rujak kue rumahmakan coto tinutuan babi guling karupuak',
  belanja:
    'koper baju sepatu pasar supermarket oleh kosmetik hadiah beli jual meli meuli tuku nukar order promo ongkir sell buy shop shopping toko diskonan jualan dijual',
  tiket:
    'pelni kapal garuda lion bandaranya booking damri pesawat kereta hotel penginapan travelan flight ticket bus maskapai',
  cuaca: 'mendung angin gunung tsunami longsor hujan weather gempa prakiraan cuacane hawa',
  hiburan:
    'exchange rate bioskop konser drakor anime novel puisi pantun spotify netflix youtube instagram tiktok gosip artis bola film lagu game lucu lelucon joke nonton timnas musik ml ff mlbb pubg togel slotgacor judi gacor bitcoin saham kurs dollar',
  kerja:
    'majikan perusahaan karir lamaran loker lowongan pekerjaan cpns job magang gaji lokernya kerjaan vacancy',
  cinta: 'pacar pacaran kangen jodoh sayangku kenalan rindu',
}
