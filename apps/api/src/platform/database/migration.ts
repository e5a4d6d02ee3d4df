/** The newest migration, which the database has to have for this program; the one thing to change beside adding one. */
export const newestMigration = '20261201053801_password_links';
