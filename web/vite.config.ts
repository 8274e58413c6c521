import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstPaint } from './first-paint.ts'

// The host stays as the browser named it: the server takes writes only from pages of its own address.
const api = { target: process.env['QX_API'] ?? 'http://127.0.0.1:8320', changeOrigin: false }

export default defineConfig({
  plugins: [react(), firstPaint()],
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
  build: { manifest: true, outDir: 'dist', emptyOutDir: true },
})
