import type { Tile, TileMap } from '../county.types.ts'

const place = (organisation: string, label: string, row: number, column: number, columnSpan = 1): Tile => ({
  kind: 'organisation',
  organisation,
  label,
  row,
  column,
  rowSpan: 1,
  columnSpan,
})

/** 示意图: who lies roughly beside whom, west to east; no boundaries and no distances. Parks stand in a row below. */
export const tileMap: TileMap = {
  columns: 6,
  rows: 5,
  tiles: [
    place('xinjian', '新建', 1, 2),
    place('guanlin', '官林', 1, 3),
    place('heqiao', '和桥', 1, 4),
    place('wanshi', '万石', 1, 5),
    place('zhoutie', '周铁', 1, 6),
    place('yangxiang', '杨巷', 2, 1),
    place('xushe', '徐舍', 2, 2),
    place('gaocheng', '高塍', 2, 3),
    place('qiting', '屺亭', 2, 4),
    place('fangqiao', '芳桥', 2, 5),
    { kind: 'water', label: '太湖', row: 2, column: 6, rowSpan: 3, columnSpan: 1 },
    place('xizhu', '西渚', 3, 1),
    place('zhangzhu', '张渚', 3, 2),
    place('xinjie', '新街', 3, 3),
    place('yicheng', '宜城', 3, 4),
    place('xinzhuang', '新庄', 3, 5),
    place('taihua', '太华', 4, 2),
    place('hufu', '湖㳇', 4, 3),
    place('dingshu', '丁蜀', 4, 4),
    place('taodu-innovation-city', '科创新城', 4, 5),
    place('environmental-science-park', '环科园', 5, 1, 2),
    place('economic-development-zone', '经开区', 5, 3, 2),
    place('yangxian-resort', '阳羡度假区', 5, 5, 2),
  ],
}
