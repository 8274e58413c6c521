import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad } from './first-load.ts'

// The host stays as the browser named it: the server takes writes only from pages of its own address.
const api = { target: process.env['QX_API'] ?? 'http://127.0.0.1:8320', changeOrigin: false }

/**
 * What nearly every page needs, in a few files instead of thirty crumbs: over one line a browser asks for six things at
 * a time. Styles stand in the order of the groups, so that the portal's come after those of everybody.
 */
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|@tanstack)[\\/]/ },
  {
    name: 'base',
    test: /src[\\/](i18n|api[\\/](client|queries|early-answers)|ui[\\/](icons|states|page|field))[\\/.]/,
  },
  {
    name: 'portal',
    test: /src[\\/](pages[\\/]portal[\\/](frame[\\/]|find[\\/]ask)|format[\\/]dates|api[\\/](service|applying)\.)/,
  },
]

export default defineConfig({
  plugins: [react(), firstLoad()],
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
  build: {
    manifest: true,
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups } } },
  },
})
