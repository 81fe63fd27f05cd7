import { createLine } from './line.js'
import { createOutbox, newId } from './outbox.js'
import { createView } from './view.js'
import { following, language, nameOf, speak, word } from './language.js'

const at = (id) => document.getElementById(id)
const on = (node, event, act) => node.addEventListener(event, act)
const LARGEST_FILE = 10 * 1024 * 1024
/** An answer should be here by then; if not, the stream may be held up on its way: ask once. */
const ANSWER_BY = 3000
const RESUME_AGAIN = 4000

const log = at('log')
const view = createView(log, (choice, label) => {
  // the button goes away: focus stays in the conversation instead of being lost
  log.focus({ preventScroll: true })
  send({ choice, text: label })
})
const line = createLine({
  after: () => view.newest() || '',
  onItems: (items) => items.forEach(view.add),
  onState: (connected) => {
    if (!connected) say('offline')
    else if (at('status').dataset.word === 'offline') say(null)
  },
})
const outbox = createOutbox((entry, state, reason) => {
  view.setState(entry.id, state, state === 'failed' ? reason : undefined)
  say(state === 'waiting' ? reason : null)
  if (state !== 'sent') return
  line.open()
  setTimeout(() => {
    if (!view.isKept(entry.id)) void line.look()
  }, ANSWER_BY)
})

/** One line under the conversation: what is wrong with the connection, in the person's words. */
function say(reason) {
  const status = at('status')
  if (reason) status.dataset.word = reason
  else delete status.dataset.word
  status.textContent = reason ? word(reason) : ''
}

function begin() {
  at('intro').hidden = true
  log.hidden = false
  at('always').hidden = false
}

function send(message) {
  if (!navigator.cookieEnabled) return say('cookies')
  begin()
  const entry = { id: newId(), ...message }
  view.addOwn(entry)
  outbox.add(entry)
}

function sendText() {
  const box = at('text')
  const text = box.value.trim()
  if (text) send({ text })
  box.value = ''
  fit(box)
}

/** The box grows with what is written, up to a few lines. */
function fit(box) {
  box.rows = 1
  while (box.rows < 5 && box.scrollHeight > box.clientHeight) box.rows++
}

on(at('start'), 'click', () => {
  send({ text: word('first') })
  log.focus()
})
on(at('composer'), 'submit', (event) => {
  event.preventDefault()
  sendText()
  at('text').focus()
})
on(at('text'), 'input', (event) => fit(event.target))
on(at('text'), 'keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  sendText()
})
on(at('file'), 'change', (event) => {
  for (const file of event.target.files)
    if (file.size > LARGEST_FILE) say('too-large')
    else send({ file, text: `📎 ${file.name}` })
  event.target.value = ''
})
for (const button of document.querySelectorAll('[data-say]'))
  on(button, 'click', () => send({ text: button.dataset.say }))

function speakAs(next) {
  speak(next)
  at('language').textContent = nameOf(following())
  at('language').lang = following()
  at('language').hidden = following() === next
}
on(at('language'), 'click', () => {
  speakAs(following())
  // the bot has its own word for this, and asks back
  if (!log.hidden) send({ text: word('switch') })
})

/** A reload goes on with the same chat: what was said, then what is still unsent. */
async function resume() {
  const answered = await line.look()
  for (const entry of outbox.waiting) if (!view.has(entry.id)) view.addOwn(entry)
  if (log.children.length > 0) begin()
  if (view.newest() > 0) line.open()
  log.setAttribute('aria-live', 'polite')
  void outbox.pump()
  if (!answered) setTimeout(() => void resume(), RESUME_AGAIN)
}

speakAs(language)
void resume() // neither it nor what it starts rejects: a lost connection is a state
