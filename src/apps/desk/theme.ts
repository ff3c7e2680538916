import type { ThemeConfig } from 'antd'

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

/** Ant Design in the tokens of `web/tokens.css`. */
export function themeFor(large: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: token('red'),
      colorInfo: token('blue'),
      colorLink: token('blue'),
      colorSuccess: token('green'),
      colorWarning: token('amber'),
      colorError: token('red'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-2'),
      colorTextTertiary: token('ink-3'),
      colorTextDescription: token('ink-3'),
      colorTextPlaceholder: token('ink-3'),
      colorBgLayout: token('paper'),
      colorBorder: token('line'),
      colorBorderSecondary: token('line-2'),
      fontFamily: token('font'),
      fontSize: large ? 18 : 14,
      controlHeight: large ? 44 : 34,
      borderRadius: 5,
      borderRadiusLG: 8,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: {
        headerBg: token('card'),
        headerColor: token('ink-3'),
        headerSplitColor: 'transparent',
        borderColor: token('line-2'),
        rowHoverBg: token('rail'),
        cellPaddingBlock: large ? 14 : 10,
        cellPaddingInline: 18,
      },
      Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
    },
  }
}
