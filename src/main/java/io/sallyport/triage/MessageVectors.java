package io.sallyport.triage;

import io.sallyport.model.Embedder;

/** The vectors that all who learn from labelled messages share, so that a message is embedded once. */
record MessageVectors(Embedder embedder) {}
