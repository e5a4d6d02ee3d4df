-- An annotation without a verdict is an open question. It can be discussed and edited, and never is submitted or approved.
ALTER TABLE "AnnotationRevision" ALTER COLUMN "verdict" DROP NOT NULL;
ALTER TABLE "AnnotationHead" ALTER COLUMN "verdict" DROP NOT NULL;
ALTER TABLE "AnnotationHead" ADD CONSTRAINT "AnnotationHead_question"
  CHECK ("verdict" IS NOT NULL OR "status" IN ('draft', 'lapsed', 'retired'));
