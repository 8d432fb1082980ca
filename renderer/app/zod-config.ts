import { z } from 'zod';

/** The content security policy forbids `new Function`: schemas are interpreted. Imported before any schema is made. */
z.config({ jitless: true });
