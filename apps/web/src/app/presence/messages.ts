import { messagesOf } from '../shell/i18n';

export const messages = messagesOf('presence', {
  nb: {
    here: 'Her nå',
    atSentence: '{{name}}, setning {{number}}',
    goTo: 'Gå til setning {{number}}, der {{name}} er',
    isHere: '{{names}} er her',
  },
  en: {
    here: 'Here now',
    atSentence: '{{name}}, sentence {{number}}',
    goTo: 'Go to sentence {{number}}, where {{name}} is',
    isHere: '{{names}}: here now',
  },
});
