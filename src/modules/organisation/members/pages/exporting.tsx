import { useMutation } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { useDownload } from '#web/save'
import type { ListInput } from '../contract.ts'

type Asked = Partial<ListInput>

/** Writes a list of members as a workbook: the filter of the list, whichever page is on screen. */
export function useMemberExport() {
  const mayExport = usePermission('members.exchange')
  const act = useMutation(api.members.export.mutationOptions())
  const fetch = async ({ page: _page, size: _size, sort: _sort, descending: _way, ...filter }: Asked, reason?: string) => {
    const { id } = await act.mutateAsync({ ...filter, ...(reason !== undefined && { isClear: true, reason }) })
    location.assign(`/files/${id}`)
  }
  return mayExport ? fetch : undefined
}

/** With whole numbers: for whoever may see them, and everybody in it can read who took them and why. */
export function ClearExport({ input }: { input: Asked }) {
  const maySee = usePermission('members.sensitive')
  const fetch = useMemberExport()
  const [isBusy, start] = useDownload(async () => {
    const reason = await ask({
      title: '导出完整的证件号码和手机号？',
      body: '名单里的每个人都能看到是谁、什么时候、为什么导出了他的号码。表格请妥善保管，用完删除。',
      act: '导出完整号码',
      reasons: ['向上级工会报送实名制数据', '办理互助保障参保', '核对困难职工档案'],
    })
    if (reason !== false) await fetch?.(input, reason)
  })
  return (
    maySee &&
    fetch && (
      <Button busy={isBusy} onClick={start}>
        导出完整号码
      </Button>
    )
  )
}
