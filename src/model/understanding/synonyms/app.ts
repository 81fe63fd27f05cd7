/** The app and the telephone it runs on: what fails, what is filled in. */
export const APP_SYNONYMS: Readonly<Record<string, string>> = {
  error:
    'tumbang down ngeror ngaco glitch rusuh errorrr jebol lumpuh ambruk kolaps bengong notresponding eror erorr erorrr galat bug ngebug crash crashes crashing errornya erornya gangguan ganguan trouble kesalahan trobel errors errorr errror erro kendala bermasalah masalah maintenance pemeliharaan maintenence mentenance problem issue',
  timeout: 'rto requesttimeout timedout timeoutt',
  server: 'servernya sistem sistim system sistemnya jaringan jaringannya koneksi network servere sistemnyaa',
  stuck: 'macet mentok stak nyangkut hang ngehang freeze mandek mandeg stack mentoknya mentog stucknya',
  loading: 'muter mutar muter2 mutar2 berputar loadingnya loding buffering muterr loadingg',
  keluar:
    'kluar terkeluar nutup mental forceclose keluarnya tertutup kelempar terlempar logout logot kepental',
  gagal: 'gagalnya fail failed fails kegagalan gagall failure gagl',
  buka: 'bukak dibuka dibukak membuka kebuka terbuka tabuka bukanya open opens bukaan opened opening diakses akses mengakses dibukanya ngebuka access dibuka2 bukain dibukain rilis rilisnya release released',
  tutup: 'close closed libur tutupnya holiday closes ditutup tutupnyo liburnya',
  login:
    'nyambung loginin dibekukan beku dibanned banned suspend disuspend masukakun signin sign loginnya logi loggin logging masup log',
  masuk:
    'msuk mlebu lebet maso masuak maasup masuknya masukin memasukan memasukkan dimasukin masuk2 masukan enter received arrive arrives nyampe2 msk2 kemasukan lebetna',
  password: 'pw passwd sandi katasandi passwordnya sandinya pasword2 passwordku',
  lupa: 'lali hilap forgot forget lupaa poho',
  akun: 'account akunnya akunku accounts username user akunya',
  daftar:
    'daftr dftar dftr daptar mendaftar ngedaftar pendaftaran pendaftarannya daftarnya terdaftar didaftarkan mendaftarkan regist register registrasi registration registering daftarin signup registerasi ngedaftarin registered daftar2 registrasinya permohonan pengajuan permohonannya mengajukan pengajuannya mohonkan',
  otp: 'otpnya otp2 kodeotp otpne otpna otpny',
  kode: 'kodenya kodene code codes aktivasi kodenyo kodeny aktivasinya',
  verifikasi:
    'authentikasi autentikasi sms resend verif verivikasi ferifikasi verifikasinya verifikasi2 verification verify konfirmasi verifikasinyo veryfikasi verfikasi validasi',
  email: 'imel imail gmail emailnya emailku emailnyo mail emailny emel',
  upload:
    'keunggah terunggah ngirimberkas kekirim masukindokumen lampirannya uplod apload aplod uoload uploadnya ngupload mengupload diupload upload2 unggah mengunggah diunggah unggahan uploading uploaded uplode uploud ngaplod uplot lampirkan melampirkan lampiran lampirin attach unggahnya upld terupload keupload',
  foto: 'difoto blur buram burem kabur silau biometrik sidik jari jepretan fto poto photo pto fotonya gambar gambarnya selfie kamera scan nyecan scanning photos picture pictures memfoto scanner ngescan scannya fotoin jepret ngefoto memotret galeri',
  download:
    'donlod donlot dowload donwload donlaod unduh mengunduh diunduh didownload mendownload downloadnya ngedownload didonlot pdf pdfnya filepdf cetaksurat terdownload diunduhnya',
  install:
    'instal pasang diinstall diinstal terinstall reinstall uninstal uninstall instalasi terinstal ngeinstal pasangulang',
  update: 'updet diupdate apdet upgrade diupdet updated diperbarui mengupdate',
  hp: 'handphone hape ponsel smartphone android iphone gadget perangkat device phone hpku hpnya gaptek hape2',
  data: 'gelar huruf ejaan biodatanya kolom datanya datane datana datang2 biodata isian formulir form datadiri datany',
  isi: 'ngisi mengisi isinya diisi input menginput mengisinya ngisinya fill inputan ngisi2 menginputkan',
  valid: 'tidakvalid invalid falid validnya gkvalid',
  salah: 'slah keliru salahnya wrong incorrect mistake typo salah2 nyalahin salahh',
  sesuai: 'cocok cocog match matched sinkron sesuainya singkron cocoknya sinkronnya',
  nama: 'namanya namaku name namane namana namae namamu',
}
