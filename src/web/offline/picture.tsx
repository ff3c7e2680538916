/** A picture small enough to be kept and sent: at most 1600 pixels, JPEG, without where and when it was taken. `body` is base64. */
export async function smallPicture(file: Blob): Promise<{ type: 'image/jpeg'; body: string }> {
  const image = await createImageBitmap(file)
  const scale = Math.min(1, 1600 / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  const url = canvas.toDataURL('image/jpeg', 0.8)
  return { type: 'image/jpeg', body: url.slice(url.indexOf(',') + 1) }
}
