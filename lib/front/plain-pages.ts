import { createHash } from 'node:crypto'
import { html, Markup } from '../html'
import { directionOf } from '../languages'

/** What the front says in its own words, when no page can. */
export type PlainReason =
  | 'unavailable'
  | 'absent'
  | 'malformed'
  | 'foreign'
  | 'no-action'
  | 'outdated'
  | 'kept'
  | 'too-large'
  | 'method'

const statuses: Record<PlainReason, number> = {
  unavailable: 503,
  absent: 404,
  malformed: 400,
  foreign: 403,
  'no-action': 400,
  outdated: 409,
  kept: 409,
  'too-large': 413,
  method: 405,
}

type Words = Record<PlainReason, [title: string, text: string]> & { home: string; again: string }

const words: Record<string, Words> = {
  en: {
    home: 'Front page',
    again: 'Send again',
    unavailable: [
      'We will be back in a moment',
      'This page cannot be drawn just now. Nothing is lost; please try again in a minute.',
    ],
    absent: ['Not here', 'There is no page at this address.'],
    malformed: ['Not an address of ours', 'This address cannot be read. Please check how it is spelled.'],
    foreign: [
      'Not sent',
      'This form was not sent from our own pages, so nothing was done. Please open the page here and send it again.',
    ],
    'no-action': ['Nothing was done', 'What was sent names nothing that this page can do.'],
    outdated: [
      'Please send it again',
      'This form comes from an earlier version of the page. Please open the page anew and send it again. What you wrote:',
    ],
    kept: [
      'Please send it again',
      'This form comes from an earlier version of the page. What you wrote is not lost: press the button to send it.',
    ],
    'too-large': ['Too large', 'What was sent is larger than we take.'],
    method: ['Not possible', 'This address cannot be asked in that way.'],
  },
  fr: {
    home: 'Accueil',
    again: 'Envoyer de nouveau',
    unavailable: [
      'De retour dans un instant',
      'Cette page ne peut pas être affichée pour le moment. Rien n’est perdu ; réessayez dans une minute.',
    ],
    absent: ['Introuvable', 'Il n’y a pas de page à cette adresse.'],
    malformed: ['Adresse illisible', 'Cette adresse ne peut pas être lue. Vérifiez son orthographe.'],
    foreign: [
      'Non envoyé',
      'Ce formulaire n’a pas été envoyé depuis nos pages : rien n’a été fait. Ouvrez la page ici et envoyez-le de nouveau.',
    ],
    'no-action': ['Rien n’a été fait', 'L’envoi ne désigne rien que cette page puisse faire.'],
    outdated: [
      'Envoyez-le de nouveau',
      'Ce formulaire vient d’une version précédente de la page. Rouvrez la page et envoyez-le de nouveau. Ce que vous aviez écrit :',
    ],
    kept: [
      'Envoyez-le de nouveau',
      'Ce formulaire vient d’une version précédente de la page. Ce que vous avez écrit n’est pas perdu : appuyez sur le bouton pour l’envoyer.',
    ],
    'too-large': ['Trop volumineux', 'L’envoi dépasse la taille que nous acceptons.'],
    method: ['Impossible', 'Cette adresse ne peut pas être demandée ainsi.'],
  },
  ar: {
    home: 'الصفحة الأولى',
    again: 'أرسل من جديد',
    unavailable: ['نعود بعد لحظات', 'لا يمكن عرض هذه الصفحة الآن. لم يُفقد شيء؛ يُرجى المحاولة بعد دقيقة.'],
    absent: ['غير موجودة', 'لا توجد صفحة على هذا العنوان.'],
    malformed: ['عنوان غير مقروء', 'لا يمكن قراءة هذا العنوان. يُرجى التحقق من كتابته.'],
    foreign: ['لم يُرسل', 'لم تُرسل هذه الاستمارة من صفحاتنا، فلم يُنفَّذ شيء. يُرجى فتح الصفحة هنا وإرسالها من جديد.'],
    'no-action': ['لم يُنفَّذ شيء', 'ما أُرسل لا يطلب شيئًا تستطيعه هذه الصفحة.'],
    outdated: [
      'يُرجى الإرسال من جديد',
      'هذه الاستمارة من نسخة سابقة من الصفحة. يُرجى فتح الصفحة من جديد ثم إرسالها. هذا ما كتبته:',
    ],
    kept: ['يُرجى الإرسال من جديد', 'هذه الاستمارة من نسخة سابقة من الصفحة. ما كتبته لم يُفقد: اضغط الزر لإرساله.'],
    'too-large': ['حجم كبير', 'ما أُرسل أكبر مما نقبله.'],
    method: ['غير ممكن', 'لا يمكن طلب هذا العنوان بهذه الطريقة.'],
  },
}

const style =
  ':root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,"Noto Naskh Arabic",serif;max-width:36rem;margin:15vh auto;padding:0 1.25rem}h1{line-height:1.2}a{color:inherit}button,textarea{font:inherit;padding:.4em 1em}textarea{inline-size:100%;box-sizing:border-box}blockquote{white-space:pre-wrap;overflow-wrap:anywhere}'

/** The one style sheet these pages carry, as `style-src` allows it. */
export const plainStyle = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** The word on the button that sends a form again. */
export function againIn(language: string): string {
  return (words[language] ?? words.en)?.again ?? ''
}

/** A whole readable page in an edition's language, and its status. It needs neither database nor Next. `more` stands under its words. */
export function plainPage(reason: PlainReason, language: string, more?: Markup): { status: number; html: string } {
  const said = words[language] ?? words.en
  const [title, text] = said?.[reason] ?? ['', '']
  const home = language === 'en' ? '/' : `/${language}`
  const page = html`<!DOCTYPE html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${new Markup(style)}</style></head><body><main><h1>${title}</h1><p>${text}</p>${more ?? ''}<p><a href="${home}">${said?.home ?? ''}</a></p></main></body></html>`
  return { status: statuses[reason], html: page.text }
}
