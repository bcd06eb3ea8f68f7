import { expect, it } from 'vitest'
import { html } from '../../src/pages/html.ts'

it('escapes everything that is not markup itself, in text and in attributes', () => {
  const name = `<img src=x onerror="alert('1')">&`
  expect(html`<td title="${name}">${name}</td>`.text).toBe(
    '<td title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</td>',
  )
  expect(html`<ul>${['a', '<b>'].map((it) => html`<li>${it}</li>`)}${null}${false}</ul>`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>')
})
