/** The parts of Apache ECharts that are loaded alone; the package's own entries load every chart. */
declare module 'echarts/lib/chart/bar/install.js' {
  export const install: import('echarts/types/dist/shared').EChartsExtensionInstaller;
}
declare module 'echarts/lib/component/grid/installSimple.js' {
  export const install: import('echarts/types/dist/shared').EChartsExtensionInstaller;
}
declare module 'echarts/lib/renderer/installSVGRenderer.js' {
  export const install: import('echarts/types/dist/shared').EChartsExtensionInstaller;
}
