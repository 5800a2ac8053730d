package io.sallyport.answer;

import io.sallyport.casefile.Passage;

/** A sentence chosen for a reply, and where it comes from. */
record Picked(Passage passage, Unit unit) {}
