package io.sallyport.insight;

/** A way to review a reply. Reads only; may be shared between threads. */
@FunctionalInterface
interface Reviewing {

    Review review(Subject subject);
}
