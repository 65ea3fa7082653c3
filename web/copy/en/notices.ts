import type { Copy } from '..';

export const notices: Copy['notices'] = {
  stopTitle: 'Stop these mails',
  stopWords:
    'We will not mail this address any more. When there is something to tell you (a seat, a postponement, a cancellation, a reminder), an officer will call.',
  stopButton: 'Stop these mails',
  stopped: 'We have stopped mailing you',
  stoppedWords: 'From now on we call. Your registration stands.',
  againButton: 'I want the mails after all',
  again: 'We will go on mailing you',
  againWords: 'When there is something to tell you, we mail this address again.',
};
