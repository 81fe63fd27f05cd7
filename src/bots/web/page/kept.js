// What the page remembers in the browser. Where storage is refused, it remembers nothing and works on.
export function recall(storage, key) {
  try {
    return window[storage].getItem(key)
  } catch {
    return null
  }
}

export function remember(storage, key, value) {
  try {
    window[storage].setItem(key, value)
  } catch {
    // private mode or full: only the memory is lost
  }
}
