import { useQuery } from '@tanstack/react-query'

/** A QR code, drawn here and not by a stranger's server. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => (await import('qrcode')).toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  // Not as markup in the page: an image cannot run anything.
  return data ? (
    <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(data)}`} alt={label} />
  ) : (
    <span className="bone qr" />
  )
}
