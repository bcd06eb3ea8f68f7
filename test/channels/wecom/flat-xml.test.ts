import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { readFlatXml, withoutControls } from '../../../src/channels/wecom/callback/flat-xml.ts'
import { vectors } from '../../support/wecom-vectors.ts'

/** An independent reader with the safe options; it is more lenient, so it is asked only about what ours has taken. */
const oracle = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreAttributes: false,
  cdataPropName: '#cdata',
})

function byOracle(xml: string): Record<string, string> {
  const root = oracle.parse(xml).xml as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(root)
      .filter(([name, value]) => name !== '#text' && !(typeof value === 'object' && value !== null && hasElements(value)))
      .map(([name, value]) => [name, plain(value)]),
  )
}
const hasElements = (value: object): boolean => Object.keys(value).some((key) => key !== '#cdata' && key !== '#text')
const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
const plain = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return decode(String(value))
  const cdata = (value as Record<string, unknown>)['#cdata']
  return Array.isArray(cdata) ? cdata.join('') : String(cdata)
}

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/u)
const words = fc.string({ unit: 'grapheme', maxLength: 20 }).map((t) => withoutControls(t).replaceAll('\r', ''))
const asText = (t: string) => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const asCdata = (t: string) => `<![CDATA[${t.replaceAll(']]>', ']] >')}]]>`
const element = fc.tuple(name, words, fc.boolean()).map(([n, t, cdata]) => `<${n}>${cdata ? asCdata(t) : asText(t)}</${n}>`)
const document = fc.array(element, { minLength: 1, maxLength: 6 }).map((all) => `<xml>${all.join('\n')}</xml>`)

describe('the flat envelope', () => {
  it.each(
    [...vectors.published, ...vectors.own].filter((v) => v.plaintext?.startsWith('<xml>')).map((v) => [v.name, v.plaintext ?? ''] as const),
  )('reads %s as the oracle does', (_, xml) => {
    const read = readFlatXml(xml)
    expect(read?.nested).toEqual([])
    expect(read?.texts).toEqual(byOracle(xml))
  })

  it('reads whatever else the oracle reads in the same way', () => {
    fc.assert(
      fc.property(document, (xml) => {
        const read = readFlatXml(xml)
        // Null only where a name comes twice.
        if (read) expect(read.texts).toEqual(byOracle(xml))
        else expect(Object.values(oracle.parse(xml).xml).some(Array.isArray)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('takes nothing that is not well-formed', () => {
    const change = fc.tuple(fc.nat(400), fc.nat(12), fc.constantFrom('<', '>', '&', '/', '"', 'x', '<!--', ']]>', '<?', '', '<a>', '</a>'))
    fc.assert(
      fc.property(document, change, (xml, [at, cut, put]) => {
        const from = at % xml.length
        const changed = xml.slice(0, from) + put + xml.slice(from + cut)
        if (readFlatXml(changed)) expect(XMLValidator.validate(changed)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps long numbers, leading zeros and blanks as they are', () => {
    expect(readFlatXml('<xml><MsgId>9007199254740993</MsgId><A>007</A><B> x </B></xml>')?.texts).toEqual({
      MsgId: '9007199254740993',
      A: '007',
      B: ' x ',
    })
  })

  it('knows what has elements of its own, and leaves it there', () => {
    expect(readFlatXml('<xml><ChatId>wr1</ChatId><MemChangeList><Item>a</Item><Item>b</Item></MemChangeList></xml>')).toEqual({
      texts: { ChatId: 'wr1' },
      nested: ['MemChangeList'],
    })
  })

  it.each([
    ['<xml><A/><B>b</B></xml>', { A: '', B: 'b' }],
    ['<xml><A /><B\t>b</B ></xml>', { A: '', B: 'b' }],
    ['<xml><A> <![CDATA[a]]> </A></xml>', { A: 'a' }],
    ['<xml><A>\n\t<![CDATA[ a ]]>\r\n</A></xml>', { A: ' a ' }],
    ['<xml><A><![CDATA[a]]>\n<![CDATA[b]]></A></xml>', { A: 'ab' }],
    ['<xml><A><![CDATA[]]></A></xml>', { A: '' }],
    ['<xml><A> <![CDATA[a]]> b </A></xml>', { A: ' a b ' }],
    ['<xml><A>&#20005;&#x8BFE;</A></xml>', { A: '严课' }],
    ['<xml><A>&#X1F44C;&#38;amp;</A></xml>', { A: '👌&amp;' }],
    ['<xml><A>a&#0;&#xD800;&#7;&#x110000;b</A></xml>', { A: 'ab' }],
    ['<?xml version="1.0" encoding="UTF-8"?>\n<xml><A>a</A></xml>', { A: 'a' }],
    [
      '<xml>\n  <SuiteId><![CDATA[tj1]]></SuiteId>\n  <InfoType> <![CDATA[suite_ticket]]> </InfoType>\n</xml>',
      { SuiteId: 'tj1', InfoType: 'suite_ticket' },
    ],
  ])('reads %j', (xml, texts) => {
    expect(readFlatXml(xml)?.texts).toEqual(texts)
  })

  it.each([
    '<!DOCTYPE xml [<!ENTITY a "b">]><xml><Encrypt>a</Encrypt></xml>',
    '<?php echo 1 ?><xml><Encrypt>a</Encrypt></xml>',
    '<xml a="1"><Encrypt>a</Encrypt></xml>',
    '<xml><Encrypt a="1">a</Encrypt></xml>',
    '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>',
    '<xml><Encrypt>&xxe;</Encrypt></xml>',
    '<xml><Encrypt>&#x;</Encrypt></xml>',
    '<xml><Encrypt>&#</Encrypt></xml>',
    '<xml/>',
    '<xml><Encrypt>a</Encrypt>words</xml>',
    '<xml><Encrypt>a</Encrypt></xml><xml></xml>',
    '<xml><Encrypt>a</xml>',
    '<xml><!-- --><Encrypt>a</Encrypt></xml>',
    '<Xml><Encrypt>a</Encrypt></Xml>',
    '<xml><Encrypt>]]></Encrypt></xml>',
    '<xml></xml>',
    '',
  ])('refuses %s', (xml) => {
    expect(readFlatXml(xml)).toBeNull()
  })
})
