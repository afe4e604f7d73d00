-- The words of the directory, each once: what a mistyped word may have meant. Filled as profiles are indexed.
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "letters" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "search_word_letters_idx" ON "search_word"("letters");

-- All profiles are indexed anew by the next sweep.
UPDATE "search_document" SET "next_free_computed_at" = NULL;
