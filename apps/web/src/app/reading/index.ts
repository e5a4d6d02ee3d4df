export { extend, moveSentence, neighbouringWord, sentenceAt, type Step } from './cursor';
export { DiffText } from './diff-text';
export { Painter, type Overlay, type ShownText } from './painter';
export { passageParts } from './passage-parts';
export { PassageText } from './passage-text';
export { RevisionText } from './revision-text';
