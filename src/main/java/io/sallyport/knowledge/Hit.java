package io.sallyport.knowledge;

import io.sallyport.casefile.Passage;

/**
 * A passage found, with what speaks for it. The passage's own score orders one search's hits; cosine and coverage
 * compare across searches, so that one can tell a good hit from the best of a bad lot.
 *
 * @param article the one it is from, as it stands now
 * @param cosine of question and passage, -1 to 1; strangers score about 0.5 with bge-small
 * @param bm25 of the question's words in title, headings and text; 0 when none is there
 * @param coverage share of the question's words, weighted by how rare they are, that the passage holds; 0 to 1
 */
public record Hit(Passage passage, Article article, double cosine, double bm25, double coverage) {}
