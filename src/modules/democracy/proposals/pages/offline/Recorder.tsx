import { useEffect, useRef, useState } from 'react'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'

const LONGEST = 120
type Voice = { type: string; body: string; seconds: number }

/** Records one's voice on the phone, at most two minutes; nothing leaves it before the proposal does. */
export function Recorder({ done }: { done: (voice: Voice) => void }) {
  const running = useRef<MediaRecorder>(undefined)
  const [seconds, setSeconds] = useState<number>()
  useEffect(() => {
    if (seconds === undefined) return
    if (seconds >= LONGEST) return running.current?.stop()
    const clock = setTimeout(() => setSeconds(seconds + 1), 1000)
    return () => clearTimeout(clock)
  }, [seconds])
  useEffect(() => () => running.current?.stream.getTracks().forEach((track) => track.stop()), [])
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) return null
  const begin = async () => {
    const started = await startRecording((voice) => {
      setSeconds(undefined)
      done(voice)
    }).catch(() => undefined)
    if (!started) return notify({ tone: 'bad', title: '手机没有允许录音，请在浏览器设置里打开麦克风，或改为打字' })
    running.current = started
    setSeconds(0)
  }
  return seconds === undefined ? (
    <Button onClick={begin}>录一段话</Button>
  ) : (
    <Button kind="danger" onClick={() => running.current?.stop()}>
      正在录 {seconds} 秒，按这里停
    </Button>
  )
}

async function startRecording(done: (voice: Voice) => void) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 24_000 })
  const parts: Blob[] = []
  const began = Date.now()
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.onstop = async () => {
    for (const track of stream.getTracks()) track.stop()
    const blob = new Blob(parts, { type: recorder.mimeType })
    const [type] = recorder.mimeType.split(';')
    done({
      type: type || 'audio/webm',
      body: await inBase64(blob),
      seconds: Math.min(LONGEST, Math.round((Date.now() - began) / 1000)),
    })
  }
  recorder.start()
  return recorder
}

async function inBase64(blob: Blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
