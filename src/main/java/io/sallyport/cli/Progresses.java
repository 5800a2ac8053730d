package io.sallyport.cli;

import io.sallyport.knowledge.Progress;

/** How long work shows that it goes on. */
final class Progresses {

    private Progresses() {}

    /** A line for each tenth. */
    static Progress onOneLine() {
        return (what, done, total) -> {
            if (total >= 20 && done % Math.max(1, total / 10) == 0) {
                System.out.println("  " + what + " " + done + " of " + total);
            }
        };
    }
}
