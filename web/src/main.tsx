import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/parts.css'
import './styles/first-paint.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { earlyAnswersOr } from './api/early-answers.ts'
import { queryClient } from './api/queries.ts'
import { router } from './app/router.tsx'

// After an upgrade the pages of the old version are gone from the server: load the new version, once.
window.addEventListener('vite:preloadError', (event) => {
  const key = 'qx.reloaded'
  if (sessionStorage.getItem(key) === location.href) return
  sessionStorage.setItem(key, location.href)
  event.preventDefault()
  location.reload()
})

// The words that stood in the page while the program was on its way make room, whatever came of it.
router.subscribe('onResolved', () => {
  delete document.documentElement.dataset['first']
})

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no element #app')

const app = createRoot(place)
void earlyAnswersOr(400).then(() =>
  app.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ),
)
