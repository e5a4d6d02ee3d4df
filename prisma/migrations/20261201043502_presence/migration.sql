-- Who has an article open just now. It is no history: rows go when they are old.

CREATE TABLE "Presence" (
    "newsroomId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "tab" UUID NOT NULL,
    "sentence" INTEGER,
    "annotationId" UUID,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("newsroomId","articleId","accountId","tab")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "Presence" TO belegg_app;

ALTER TABLE "Presence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Presence" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);
