// Words. Everything a person reads is a Text: both languages at the place it is said, whether the server
// sent it or a room's messages.ts holds it. say() gives the one now chosen, and because the choice is a
// rune, a switch changes every word on the page at once, without a reload.
//
//   export const words = messages({
//     title: { vi: 'Nhiệm vụ', en: 'Directives' },
//     left: (days: number) => ({ vi: `Còn ${days} ngày`, en: `${days} days left` }),
//   })
//   say(words.title)   say(words.left(3))
//
// A missing language does not compile: that is all the machinery there is.

export interface Text {
  vi: string
  en: string
}
export type Language = keyof Text
/** What a component takes for words: a Text, or a string said already (or the same in both languages). */
export type Words = Text | string
export type Message = Text | ((...given: never[]) => Text)

const kept = 'giaoban.language'

function chosenBefore(): Language {
  if (typeof document === 'undefined') return 'vi'
  return document.documentElement.lang === 'en' ? 'en' : 'vi'
}

class LanguageChoice {
  now = $state<Language>(chosenBefore())

  choose(language: Language): void {
    this.now = language
    document.documentElement.lang = language
    try {
      localStorage.setItem(kept, language)
    } catch {
      // Storage may be forbidden; the choice then holds until the page is closed.
    }
  }
}

export const language = new LanguageChoice()

/** The words in the language now chosen. */
export function say(words: Words | null | undefined): string {
  if (!words) return ''
  return glued(typeof words === 'string' ? words : words[language.now])
}

/** A percent sign never starts a line. */
function glued(text: string): string {
  return text.includes(' %') ? text.replace(/(\d) %/g, '$1\u202f%') : text
}

/** A room's words; the types see to it that both languages are there. */
export function messages<T extends Record<string, Message>>(table: T): T {
  return table
}

/** Words that are the same in both languages: names of places, numbers, codes of documents. */
export function plain(words: string): Text {
  return { vi: words, en: words }
}

/** A list in a sentence: "xã Hải Sơn, xã Vĩnh Thực" */
export function listed(items: Words[]): string {
  return items.map(say).join(', ')
}
