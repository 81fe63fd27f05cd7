import { recall, remember } from './kept.js'

// The page's own words; what the bot says comes from the bot.
const WORDS = {
  id: {
    title: 'Tanya Paspor',
    tag: 'Layanan imigrasi, gratis',
    other: 'English',
    hello: 'Selamat datang',
    intro: 'Tanya soal paspor, atau sampaikan keluhan. Kami jawab di sini.',
    rule: 'Kami tidak pernah minta kode OTP, kata sandi, uang, nomor KTP, atau foto KTP.',
    start: 'Mulai',
    first: 'Halo',
    switch: 'bahasa',
    log: 'Percakapan',
    always: 'Selalu bisa',
    officer: 'Petugas',
    menu: 'Menu',
    back: 'Kembali',
    attach: 'Kirim foto, suara, atau berkas',
    write: 'Tulis pesan',
    send: 'Kirim',
    choices: 'Pilih satu, atau tulis angkanya',
    'from-person': 'Saya',
    'from-bot': 'Asisten',
    'from-officer': 'Petugas',
    sending: 'mengirim…',
    sent: 'terkirim',
    waiting: 'belum terkirim, dicoba lagi…',
    failed: 'tidak terkirim',
    offline: 'Sambungan terputus. Pesan disimpan dan dikirim lagi nanti.',
    'too-fast': 'Pesan masuk terlalu cepat. Kami kirim lagi sebentar.',
    'too-many-chats': 'Banyak orang memakai sambungan ini. Pesan disimpan dan dikirim nanti.',
    'not-now': 'Layanan sedang sibuk. Pesan disimpan dan segera dikirim lagi.',
    'too-large': 'Berkas terlalu besar. Paling besar 10 MB.',
    refused: 'Maaf, pesan ini tidak bisa dikirim. Coba tulis lagi.',
    cookies: 'Halaman ini perlu cookie. Tolong izinkan cookie, lalu buka lagi.',
  },
  en: {
    title: 'Ask about passports',
    tag: 'Immigration service, free of charge',
    other: 'Bahasa Indonesia',
    hello: 'Welcome',
    intro: 'Ask about passports, or tell us a complaint. We answer here.',
    rule: 'We never ask for an OTP code, a password, money, an ID card number or a photo of an ID card.',
    start: 'Start',
    first: 'Hello',
    switch: 'language',
    log: 'Conversation',
    always: 'Always possible',
    officer: 'Officer',
    menu: 'Menu',
    back: 'Back',
    attach: 'Send a photo, a voice note or a file',
    write: 'Write a message',
    send: 'Send',
    choices: 'Choose one, or type its number',
    'from-person': 'Me',
    'from-bot': 'Assistant',
    'from-officer': 'Officer',
    sending: 'sending…',
    sent: 'sent',
    waiting: 'not sent yet, trying again…',
    failed: 'not sent',
    offline: 'No connection. Your message is kept and sent again later.',
    'too-fast': 'Messages came too fast. We send it again in a moment.',
    'too-many-chats': 'Many people use this connection. Your message is kept and sent later.',
    'not-now': 'The service is busy. Your message is kept and sent again soon.',
    'too-large': 'That file is too large. At most 10 MB.',
    refused: 'Sorry, this message cannot be sent. Please write it again.',
    cookies: 'This page needs cookies. Please allow them and open it again.',
  },
}

const KEPT = 'tanyapaspor.language'

export let language = recall('localStorage', KEPT) === 'en' ? 'en' : 'id'

export const word = (key) => WORDS[language][key]

/** Changes the page's language and everything marked with one of its words. */
export function speak(next) {
  language = next
  remember('localStorage', KEPT, next)
  document.documentElement.lang = next
  document.title = word('title')
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = word(node.dataset.word)
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', word(node.dataset.label))
  for (const node of document.querySelectorAll('[data-hint]')) node.placeholder = word(node.dataset.hint)
}
