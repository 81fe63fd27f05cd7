import QRCode from 'qrcode'

/** What the operator reads in the terminal to link the number. */
export async function linkingText(
  how: { readonly qr: string } | { readonly pairingCode: string },
): Promise<string> {
  const where = 'On the phone of the office: WhatsApp > Linked devices > Link a device'
  if ('qr' in how)
    return `${where}, then scan:\n${await QRCode.toString(how.qr, { type: 'terminal', small: true })}`
  const { pairingCode } = how
  return `${where} > Link with phone number instead, then type: ${pairingCode.slice(0, 4)}-${pairingCode.slice(4)}`
}
