export { TextsModule } from './texts.module';
export { forget, Texts, type LockedText, type NewText, type Text } from './texts';
