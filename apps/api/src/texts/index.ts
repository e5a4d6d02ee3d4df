export { TextsModule } from './texts.module';
export { Texts, type NewText, type Text } from './texts';
