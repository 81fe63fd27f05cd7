import { language, word } from './language.js'

/** Choices that stand below the conversation all the time. */
const ALWAYS = ['petugas', 'menu']
const SAME_TURN = 2000

/** Draws the conversation. Items of the server are known by `seq`, one's own unsent messages by `id`. */
export function createView(log, choose) {
  const bySeq = new Set()
  const own = new Map()
  let newest = 0
  let question = { seq: 0, node: null }
  let following = true
  let answer = { node: null, at: 0 }

  /** Where the newest answer can be read from its beginning: the end, or its top when it is taller than the screen. */
  const goal = () => Math.min(log.scrollHeight - log.clientHeight, (answer.node?.offsetTop ?? Infinity) - 8)
  // who reads there stays there: when something comes, and when the keyboard or a notice takes room
  log.addEventListener('scroll', () => (following = log.scrollTop > goal() - 60))
  const follow = () => following && (log.scrollTop = goal())
  if (window.ResizeObserver) new ResizeObserver(follow).observe(log)

  /** An item of the server: our own message found again, or a new one put in its place. */
  function add(item) {
    if (bySeq.has(item.seq)) return
    bySeq.add(item.seq)
    newest = Math.max(newest, Number(item.seq))
    const node = own.get(item.id) ?? bubble(item.from, item.text, item.at)
    if (item.id) own.set(item.id, node)
    // what was stored is shown (numbers of persons are masked); a tap keeps the label that was tapped
    if (!node.dataset.choice) setText(node, item.from, item.text)
    node.dataset.seq = item.seq
    if (item.from === 'person') setState(node, 'sent')
    if (item.card) show(node, item)
    if (Number(item.seq) === newest) readFrom(node, item)
    place(node)
    if (item.from === 'bot' && Number(item.seq) > question.seq) ask(node, item)
  }

  /** A picture of the bot's, above its caption; what stands in it is read aloud too. */
  function show(node, { seq, card }) {
    const picture = document.createElement('img')
    picture.src = `/chat/card?seq=${seq}`
    picture.alt = [card.title, ...card.parts.flatMap(({ lines }) => lines.map(({ text }) => text))].join(', ')
    picture.addEventListener('load', follow)
    node.insertBefore(picture, node.querySelector('.text'))
  }

  /** Letters of one turn are read together, from the first. */
  function readFrom(node, { from, at }) {
    if (from === 'person') answer.node = null
    else if (!answer.node || at - answer.at > SAME_TURN) answer.node = node
    answer.at = at
  }

  /** One's own message, before the server has it. */
  function addOwn(entry) {
    const node = bubble('person', entry.text, Date.now())
    if (entry.choice) node.dataset.choice = entry.choice.id
    own.set(entry.id, node)
    if (entry.choice && entry.choice.question === question.number) endQuestion()
    following = true
    answer.node = null
    place(node)
  }

  /** Numbered items first, in their order; unsent ones after them, as they were written. */
  function place(node) {
    const seq = Number(node.dataset.seq ?? Infinity)
    const next = [...log.children].find(
      (other) => other !== node && Number(other.dataset.seq ?? Infinity) > seq,
    )
    // moving a node would have it read aloud again
    if (!node.parentNode || node.nextElementSibling !== (next ?? null)) log.insertBefore(node, next ?? null)
    follow()
  }

  /** The newest words of the bot are the question; earlier buttons have had their time. */
  function ask(node, item) {
    endQuestion()
    question = { seq: Number(item.seq), number: item.question, node: null }
    const choices = item.choices
      .map((choice, at) => ({ number: at + 1, ...choice }))
      .filter((choice) => !ALWAYS.includes(choice.id))
    if (choices.length === 0) return
    const group = make('div', 'choices', node)
    node.insertBefore(group, node.lastChild.previousSibling)
    group.setAttribute('role', 'group')
    group.dataset.label = 'choices'
    group.setAttribute('aria-label', word('choices'))
    for (const choice of choices) {
      const button = make('button', '', group)
      button.type = 'button'
      make('b', '', button).textContent = choice.number
      button.append(' ')
      make('span', '', button).textContent = choice.label
      button.addEventListener('click', () => choose({ question: item.question, id: choice.id }, choice.label))
    }
    question.node = group
    follow()
  }

  function endQuestion() {
    question.node?.remove()
    question = { ...question, node: null, number: null }
  }

  return {
    add,
    addOwn,
    newest: () => newest,
    setState: (id, state, reason) => setState(own.get(id), state, reason),
    has: (id) => own.has(id),
    /** Has the server given this message back? */
    isKept: (id) => Boolean(own.get(id)?.dataset.seq),
  }
}

function bubble(from, text, at) {
  const node = document.createElement('div')
  node.className = `message ${from}`
  const who = make('span', from === 'officer' ? 'who' : 'hidden', node)
  who.dataset.word = `from-${from}`
  who.textContent = word(`from-${from}`)
  make('p', 'text', node)
  setText(node, from, text)
  const meta = make('p', 'meta', node)
  const time = make('time', '', meta)
  time.dateTime = new Date(at).toISOString()
  time.textContent = clock(at)
  if (from === 'person') make('span', 'state', meta)
  return node
}

function clock(at) {
  const today = new Date(at).toDateString() === new Date().toDateString()
  const day = today ? {} : { day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit' }).format(at)
}

function setState(node, state, reason) {
  node.dataset.state = state
  const label = node.querySelector('.state')
  label.dataset.word = reason ?? state
  label.textContent = word(reason ?? state)
}

/** In what we say addresses become links and ticket numbers stay in one piece; what the person wrote stays as it is. */
function setText(node, from, text) {
  const target = node.querySelector('.text')
  if (from === 'person') return void (target.textContent = text)
  const parts = text.split(/(https:\/\/[^\s)]+[^\s).,;:!?]|[A-Z]{3}-\d{6}-\d+-[\dA-Z]\b)/)
  target.textContent = ''
  for (const [at, part] of parts.entries())
    if (part.startsWith('https://') && at % 2) target.append(link(part))
    else if (at % 2) make('b', 'number', target).textContent = part
    else target.append(part)
}

function link(address) {
  const node = document.createElement('a')
  node.href = address
  node.target = '_blank'
  node.rel = 'noopener noreferrer'
  node.textContent = address.replace('https://', '')
  return node
}

function make(tag, className, parent) {
  const node = document.createElement(tag)
  if (className) node.className = className
  parent.append(node)
  return node
}
