import { roles } from '@belegg/domain';
import { z } from 'zod';

/** Roles as the database keeps them. */
export const heldRoles = z.array(z.enum(roles));
