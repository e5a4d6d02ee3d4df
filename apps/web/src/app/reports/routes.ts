import type { Routes } from '@angular/router';

/** Under `/reports`. */
export const routes: Routes = [];

/** Under `/articles/:id/report`. */
export const articleRoutes: Routes = [];
