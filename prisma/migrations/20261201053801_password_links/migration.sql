-- Links by which somebody who forgot their password sets a new one. Only the SHA-256 of the secret is kept.

CREATE TABLE "PasswordLink" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "secretHash" BYTEA NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "PasswordLink_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "PasswordLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "PasswordLink_secretHash_key" ON "PasswordLink"("secretHash");
CREATE INDEX "PasswordLink_accountId_idx" ON "PasswordLink"("accountId");
