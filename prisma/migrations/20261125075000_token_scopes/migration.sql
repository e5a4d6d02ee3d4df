-- What a token may do, of what its owner may; empty for browsers, which have no such bounds.
ALTER TABLE "Session" ADD COLUMN "scopes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- Tokens could do what their owners could. They keep all of it but to manage.
UPDATE "Session" SET "scopes" = '{read,write,review,metrics}' WHERE "kind" = 'token';

GRANT SELECT ("scopes") ON "Session" TO belegg_app;
