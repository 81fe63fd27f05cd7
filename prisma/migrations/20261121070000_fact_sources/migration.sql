-- How a fact is known: by law, by two sources, by one; and of which year the newest is. What came with the program takes both from
-- its file when it is seeded next; what officers wrote keeps what they said.
ALTER TYPE "FactConfidence" ADD VALUE 'law' AFTER 'confirmed';
ALTER TYPE "FactConfidence" ADD VALUE 'two' AFTER 'law';
ALTER TYPE "FactConfidence" ADD VALUE 'one' AFTER 'two';

ALTER TABLE "fact" ADD COLUMN "year" INTEGER;
