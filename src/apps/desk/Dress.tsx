import { ConfigProvider, type ConfigProviderProps } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import type { ReactNode } from 'react'
import { useLarge } from '#web/large'
import { themeFor } from './theme.ts'

// Its types describe the CommonJS twin, where the words sit one level deeper than in the file that is bundled.
const words = zhCN as unknown as NonNullable<ConfigProviderProps['locale']>

/** Ant Design in our tokens and in Chinese. */
export function Dress({ children }: { children: ReactNode }) {
  const [large] = useLarge()
  return (
    <ConfigProvider locale={words} theme={themeFor(large)} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
