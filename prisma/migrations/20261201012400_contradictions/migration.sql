-- Nothing becomes approved while an approved annotation says otherwise of the very same stretch. What two people approved
-- before stands; it is told of, and keeps the article from being signed off.

CREATE FUNCTION refuse_contradiction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "AnnotationHead" o
    WHERE o."newsroomId" = NEW."newsroomId" AND o."articleId" = NEW."articleId" AND o."start" = NEW."start"
      AND o."end" = NEW."end" AND o."status" = 'approved' AND o."id" <> NEW."id" AND o."verdict" <> NEW."verdict") THEN
    RAISE EXCEPTION 'Annotation %: another verdict on the same words is approved', NEW."id"
      USING ERRCODE = 'BG004', CONSTRAINT = 'contradiction';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "AnnotationHead_contradiction" AFTER UPDATE OF "status" ON "AnnotationHead"
  FOR EACH ROW WHEN (NEW."status" = 'approved' AND OLD."status" <> 'approved')
  EXECUTE FUNCTION refuse_contradiction();
