import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['QX_API'] ?? 'http://127.0.0.1:8320'

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
  build: { manifest: true, outDir: 'dist', emptyOutDir: true },
})
