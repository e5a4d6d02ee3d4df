export { ReportChecker } from './report.checker';
export { ReportsModule } from './reports.module';
export { PublishedPages } from './published-pages';
export { documentPolicy, forAnySite } from './public-headers';
export { html, Markup, nameOf } from './render/markup';
export { reportStyle, styleElement } from './render/style';
import { reportStyle, styleHash } from './render/style';

/** SHA-256 (Base64) of the style sheets of documents that the page shows in a frame. */
export const framedStyles = (): readonly string[] => [styleHash(reportStyle())];
