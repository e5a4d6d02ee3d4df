-- CreateTable
CREATE TABLE "Newsroom" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Newsroom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "newsroomId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "roles" TEXT[],
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("newsroomId","accountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'browser',
    "name" TEXT NOT NULL DEFAULT '',
    "accountId" UUID NOT NULL,
    "newsroomId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInFailure" (
    "id" BIGSERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInFailure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SecurityLog" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "newsroomId" UUID,
    "accountId" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "SecurityLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT NOT NULL DEFAULT '',
    "date" DATE,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("newsroomId","id")
);

-- CreateTable
CREATE TABLE "ArticleRevision" (
    "newsroomId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "marks" JSONB NOT NULL,
    "sentences" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "date" DATE,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleRevision_pkey" PRIMARY KEY ("newsroomId","articleId","number")
);

-- CreateTable
CREATE TABLE "Annotation" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("newsroomId","id")
);

-- CreateTable
CREATE TABLE "AnnotationRevision" (
    "newsroomId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "articleId" UUID NOT NULL,
    "articleRevision" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "rationale" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnnotationRevision_pkey" PRIMARY KEY ("newsroomId","annotationId","number")
);

-- CreateTable
CREATE TABLE "Anchor" (
    "newsroomId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "annotationRevision" INTEGER NOT NULL,
    "articleRevision" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "carryRule" INTEGER,

    CONSTRAINT "Anchor_pkey" PRIMARY KEY ("newsroomId","annotationId","annotationRevision","articleRevision")
);

-- CreateTable
CREATE TABLE "ReviewStep" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "annotationRevision" INTEGER NOT NULL,
    "articleRevision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "eventId" BIGINT NOT NULL,

    CONSTRAINT "ReviewStep_pkey" PRIMARY KEY ("newsroomId","id")
);

-- CreateTable
CREATE TABLE "Source" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "url" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "originId" UUID,
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "description" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("newsroomId","id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "annotationRevision" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "sourceId" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "locator" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL DEFAULT '',
    "quoteLanguage" TEXT NOT NULL DEFAULT '',
    "translation" TEXT NOT NULL DEFAULT '',
    "accessedAt" DATE,
    "evidenceSha256" TEXT,
    "protected" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("newsroomId","annotationId","annotationRevision","position")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "newsroomId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("newsroomId","sha256")
);

-- CreateTable
CREATE TABLE "CheckabilityMark" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "articleRevision" INTEGER NOT NULL,
    "sentence" INTEGER NOT NULL,
    "checkable" BOOLEAN NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "eventId" BIGINT NOT NULL,
    "carriedFromId" UUID,

    CONSTRAINT "CheckabilityMark_pkey" PRIMARY KEY ("newsroomId","id")
);

-- CreateTable
CREATE TABLE "CheckabilityConfirmation" (
    "newsroomId" UUID NOT NULL,
    "markId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckabilityConfirmation_pkey" PRIMARY KEY ("newsroomId","markId")
);

-- CreateTable
CREATE TABLE "Report" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "articleRevision" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("newsroomId","id")
);

-- CreateTable
CREATE TABLE "Event" (
    "newsroomId" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "articleId" UUID,
    "seq" INTEGER,
    "type" TEXT NOT NULL,
    "subjectId" UUID,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("newsroomId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Membership_accountId_idx" ON "Membership"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "SignInFailure_email_at_idx" ON "SignInFailure"("email", "at");

-- CreateIndex
CREATE INDEX "SecurityLog_at_idx" ON "SecurityLog"("at");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleRevision_newsroomId_id_key" ON "ArticleRevision"("newsroomId", "id");

-- CreateIndex
CREATE INDEX "Annotation_newsroomId_articleId_idx" ON "Annotation"("newsroomId", "articleId");

-- CreateIndex
CREATE INDEX "AnnotationRevision_newsroomId_articleId_idx" ON "AnnotationRevision"("newsroomId", "articleId");

-- CreateIndex
CREATE INDEX "Anchor_newsroomId_articleId_articleRevision_idx" ON "Anchor"("newsroomId", "articleId", "articleRevision");

-- CreateIndex
CREATE INDEX "ReviewStep_newsroomId_annotationId_idx" ON "ReviewStep"("newsroomId", "annotationId");

-- CreateIndex
CREATE INDEX "ReviewStep_newsroomId_articleId_idx" ON "ReviewStep"("newsroomId", "articleId");

-- CreateIndex
CREATE INDEX "Source_newsroomId_originId_idx" ON "Source"("newsroomId", "originId");

-- CreateIndex
CREATE INDEX "Citation_newsroomId_sourceId_idx" ON "Citation"("newsroomId", "sourceId");

-- CreateIndex
CREATE INDEX "CheckabilityMark_newsroomId_articleId_articleRevision_idx" ON "CheckabilityMark"("newsroomId", "articleId", "articleRevision");

-- CreateIndex
CREATE UNIQUE INDEX "Report_newsroomId_articleId_number_key" ON "Report"("newsroomId", "articleId", "number");

-- CreateIndex
CREATE INDEX "Event_newsroomId_subjectId_id_idx" ON "Event"("newsroomId", "subjectId", "id");

-- CreateIndex
CREATE INDEX "Event_newsroomId_xid_id_idx" ON "Event"("newsroomId", "xid", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Event_newsroomId_articleId_seq_key" ON "Event"("newsroomId", "articleId", "seq");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleRevision" ADD CONSTRAINT "ArticleRevision_newsroomId_articleId_fkey" FOREIGN KEY ("newsroomId", "articleId") REFERENCES "Article"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_newsroomId_articleId_fkey" FOREIGN KEY ("newsroomId", "articleId") REFERENCES "Article"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationRevision" ADD CONSTRAINT "AnnotationRevision_newsroomId_annotationId_fkey" FOREIGN KEY ("newsroomId", "annotationId") REFERENCES "Annotation"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnotationRevision" ADD CONSTRAINT "AnnotationRevision_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision") REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision") REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_annotation" FOREIGN KEY ("newsroomId", "annotationId", "annotationRevision") REFERENCES "AnnotationRevision"("newsroomId", "annotationId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewStep" ADD CONSTRAINT "ReviewStep_newsroomId_annotationId_fkey" FOREIGN KEY ("newsroomId", "annotationId") REFERENCES "Annotation"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewStep" ADD CONSTRAINT "ReviewStep_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision") REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewStep" ADD CONSTRAINT "ReviewStep_annotation" FOREIGN KEY ("newsroomId", "annotationId", "annotationRevision") REFERENCES "AnnotationRevision"("newsroomId", "annotationId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_newsroomId_originId_fkey" FOREIGN KEY ("newsroomId", "originId") REFERENCES "Source"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_newsroomId_annotationId_annotationRevision_fkey" FOREIGN KEY ("newsroomId", "annotationId", "annotationRevision") REFERENCES "AnnotationRevision"("newsroomId", "annotationId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_newsroomId_sourceId_fkey" FOREIGN KEY ("newsroomId", "sourceId") REFERENCES "Source"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckabilityMark" ADD CONSTRAINT "CheckabilityMark_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision") REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckabilityConfirmation" ADD CONSTRAINT "CheckabilityConfirmation_newsroomId_markId_fkey" FOREIGN KEY ("newsroomId", "markId") REFERENCES "CheckabilityMark"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_newsroomId_articleId_fkey" FOREIGN KEY ("newsroomId", "articleId") REFERENCES "Article"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision") REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
