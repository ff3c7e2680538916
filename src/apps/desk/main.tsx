import { createRouter, RouterProvider } from '@tanstack/react-router'
import { ConfigProvider, type ConfigProviderProps } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import { show } from '#web/face'
import { useLarge } from '#web/large'
import { desk } from '#web/root'
import { Bones, Broken, Nowhere } from '#web/Shelter'
import { pages } from './pages.tsx'
import { Shell } from './Shell.tsx'
import { themeFor } from './theme.ts'
import './desk.css'

// Its types describe the CommonJS twin, where the words sit one level deeper than in the file that is bundled.
const words = zhCN as unknown as NonNullable<ConfigProviderProps['locale']>

desk.update({ component: Shell, notFoundComponent: () => <Nowhere home="/" /> })
const router = createRouter({
  routeTree: desk.addChildren(pages),
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingComponent: Bones,
  defaultErrorComponent: ({ error, reset }) => <Broken error={error} retry={reset} />,
})

function Desk() {
  const [large] = useLarge()
  return (
    <ConfigProvider locale={words} theme={themeFor(large)} button={{ autoInsertSpace: false }}>
      <RouterProvider router={router} />
    </ConfigProvider>
  )
}

show(<Desk />, !/^\/(sign-in|setup|activate)/.test(location.pathname))
